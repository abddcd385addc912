import { Country } from '../domain/documents/codes.ts';
import { Id } from '../domain/documents/ids.ts';
import { type Capacity, isMinistry, isRole, ROLES } from '../domain/people/who.ts';
import { UsageError } from './command.ts';

export const CAPACITY_OPTIONS = {
  role: { type: 'string' },
  state: { type: 'string' },
  employer: { type: 'string' },
} as const;

/** The role that a command names, with the state or employer it acts for. Throws UsageError. */
export function capacityFrom(values: {
  role?: string | undefined;
  state?: string | undefined;
  employer?: string | undefined;
}): Capacity {
  const { role = '', employer } = values;
  if (!isRole(role)) throw new UsageError(`--role: expected one of ${ROLES.join(', ')}`);
  const state = values.state?.toUpperCase();
  if (isMinistry(role) && state === undefined)
    throw new UsageError(`--role ${role} needs --state, the state it acts for`);
  if (state !== undefined && !isMinistry(role))
    throw new UsageError(`--state is for ministries; ${role} acts for none`);
  if (state !== undefined && !Country.safeParse(state).success)
    throw new UsageError('--state: expected a country, ISO 3166-1 alpha-2, such as DE');
  if (employer !== undefined && role !== 'employer') throw new UsageError(`--employer is for the role employer`);
  if (employer !== undefined && !Id.safeParse(employer).success)
    throw new UsageError('--employer: expected an id in lower-case kebab, such as acme-care');
  return { role, ...(state !== undefined && { state }), ...(employer !== undefined && { organisation: employer }) };
}
