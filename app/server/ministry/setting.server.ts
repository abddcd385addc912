import * as z from 'zod';
import { Country } from '../../domain/documents/codes.ts';
import { ministryOf } from '../../domain/people/office.ts';
import { MINISTRIES } from '../../domain/people/who.ts';
import { sealed } from '../web-address.ts';

const slug = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const Setting = z
  .strictObject({
    id: slug(60),
    label: z.string().trim().min(1).max(100),
    role: z.enum(MINISTRIES),
    state: Country,
    /** The labour ministry of the state where no other office is named. */
    organisation: slug(100).optional(),
    issuer: sealed,
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    admit: z.enum(['invited', 'everyone']).default('invited'),
  })
  .transform(({ organisation, ...rest }) => ({ ...rest, organisation: organisation ?? ministryOf(rest.state) }));

/** A ministry whose own OpenID Connect provider signs its officers in. */
export type MinistrySetting = z.infer<typeof Setting>;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});

/** The ministries of an installation, from one variable. */
export const MinistrySettings = json.pipe(
  z
    .array(Setting)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { message: 'an id stands there twice' }),
);
