import * as z from 'zod';
import { Country } from './codes.ts';
import { Id } from './ids.ts';
import { WebAddress } from './source.ts';
import { Line, Text } from './text.ts';

/** An office or company that does a part of the work. */
export const Agency = z.strictObject({ id: Id, name: Text, country: Country, role: Line });
export type Agency = z.infer<typeof Agency>;

/** Where a worker can complain. */
export const Complaints = z.strictObject({ label: Text, url: WebAddress.optional(), phone: Line.optional() });
export type Complaints = z.infer<typeof Complaints>;
