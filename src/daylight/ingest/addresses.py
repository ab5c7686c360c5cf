"""Which machines on the network may be asked: public ones only, judged by the address that is then connected to."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Awaitable[list[str]]]
Dial = Callable[[str, int], tuple[str, int]]

_NAT64 = IPv6Network("64:ff9b::/96")


async def look_up(host: str) -> list[str]:
    """The addresses of a host, as the system gives them. Raises OSError where there are none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Network:
    """How hosts are looked up, and where a checked address and port are reached: elsewhere only in tests."""

    resolve: Resolve = look_up
    dial: Dial = lambda address, port: (address, port)

    async def public(self, host: str) -> list[str]:
        """The addresses of a host. Raises PermissionError where one of them is not public, OSError where it has none."""
        found = await self.resolve(host)
        if not found:
            raise OSError(f"no address is known for {host}")
        if not all(is_public(address) for address in found):
            raise PermissionError(host)
        return found


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, and hides none that is not.

    Not public: private, loopback, link-local, shared (100.64.0.0/10), multicast, reserved and unspecified ones, and the IPv6
    forms that lead to such an IPv4 address: mapped, 6to4, Teredo, NAT64 (RFC 6052).
    """
    try:
        return all(_is_open(part) for part in _parts(ip_address(address.partition("%")[0])))
    except ValueError:
        return False


def _is_open(address: Address) -> bool:
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not address.is_multicast and not address.is_reserved and not site_local


def _parts(address: Address) -> list[Address]:
    """The address, and those that it carries; one that is only a form of another is that other."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    carried = [*(address.teredo or ()), *([address.sixtofour] if address.sixtofour else [])]
    return [address, *carried]
