import { type RawBuilder, sql } from 'kysely';
import type { ProfileFactsTable } from '../schema/profile-facts.ts';

export const column = (name: keyof ProfileFactsTable): RawBuilder<never> => sql`${sql.ref(`profile_facts.${name}`)}`;

/** More codes than these are looked up at once, so that no list makes an expression long. */
export const FEW = 6;
