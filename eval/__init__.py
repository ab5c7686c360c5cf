"""How good each stage is: one scorer a stage, figures with their uncertainty, and floors that the gate keeps."""
