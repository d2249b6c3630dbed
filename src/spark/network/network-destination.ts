import { type Problem, refuseValue } from '../../problem';
import { shown } from '../size/shapes';

/** Something outside Spark that an application talks to: a catalog, a store, a database. */
export class NetworkDestination {
  /**
   * Addresses by range, such as `10.0.0.0/16`.
   * @throws Error when the range or a port is not one
   */
  static cidr(cidr: string, ...ports: number[]): NetworkDestination {
    const problems = portProblems(ports);
    if (typeof cidr !== 'string' || !isCidr(cidr)) {
      problems.push({ message: `${shown(cidr)} is not an address range`, fix: "write it as '10.0.0.0/16' or 'fd00::/64'" });
    }
    refuseValue(`NetworkDestination.cidr(${shown(cidr)})`, problems);
    return new NetworkDestination({ ipBlock: { cidr } }, ports);
  }

  /**
   * All pods of a namespace.
   * @throws Error when the name or a port is not one
   */
  static namespace(name: string, ...ports: number[]): NetworkDestination {
    const problems = portProblems(ports);
    if (typeof name !== 'string' || !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name)) {
      problems.push({
        message: `${shown(name)} is not the name of a namespace`,
        fix: 'write a DNS label of at most 63 characters',
      });
    }
    refuseValue(`NetworkDestination.namespace(${shown(name)})`, problems);
    return new NetworkDestination({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }, ports);
  }

  private constructor(
    private readonly peer: object,
    private readonly ports: number[],
  ) {}

  /** @internal the rule of a NetworkPolicy. */
  _egressRule(): object {
    return { to: [this.peer], ports: this.ports.map((port) => ({ port, protocol: 'TCP' })) };
  }
}

function portProblems(ports: readonly number[]): Problem[] {
  if (ports.length === 0)
    return [{ message: 'no port is given, which would open all of them', fix: 'write the ports, such as 9083' }];
  return ports
    .filter((port) => !(Number.isInteger(port) && port >= 1 && port <= 65535))
    .map((port) => ({ message: `port ${shown(port)} does not exist`, fix: 'write a whole number from 1 to 65535' }));
}

/** Whether a text is an IPv4 or IPv6 range; the API server checks the rest of an IPv6 address. */
export function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return false;
  if (address.includes(':')) return /^[0-9a-fA-F:.]+$/.test(address) && Number(length) <= 128;
  const octets = address.split('.');
  return octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255) && Number(length) <= 32;
}
