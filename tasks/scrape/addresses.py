"""Which network addresses a request may go to: public ones, and those that the configuration names."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tasks.scrape.limits import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Ranges that carry an IPv4 address inside an IPv6 one: what counts is the inner address.
_CARRIERS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "::/96")))


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, whatever form it is written in."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: Address) -> Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if any(address in carrier for carrier in _CARRIERS) and int(address) > 1:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


@dataclass(frozen=True)
class AddressGuard:
    """Resolves a host and refuses it unless every address it resolves to is permitted."""

    allowed: tuple[Network, ...] = ()

    @classmethod
    def of(cls, networks: Iterable[str]) -> AddressGuard:
        """A guard that permits these networks (CIDR) besides public addresses."""
        return cls(tuple(ipaddress.ip_network(network) for network in networks))

    def permits(self, address: Address) -> bool:
        """Whether a request may go to this address."""
        return is_public(address) or any(address in network for network in self.allowed)

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of a host, all permitted, in resolver order.

        Raises FetchError with `dns_failure`, or with `private_address` when any address is not
        permitted: a name that points inside and outside is refused as a whole.
        """
        addresses = [ipaddress.ip_address(found) for found in await self._look_up(host, port)]
        refused = [address for address in addresses if not self.permits(address)]
        if refused:
            raise FetchError("private_address", f"{host} resolves to {refused[0]}, which no request may go to")
        return [str(address) for address in addresses]

    async def _look_up(self, host: str, port: int) -> Sequence[str]:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError("dns_failure", f"{host}: {error}", retriable=isinstance(error, OSError)) from error
        # A scope (fe80::1%eth0) names an interface of this machine; the address before it is what counts.
        return list(dict.fromkeys(str(entry[4][0]).split("%")[0] for entry in found))
