import { type RawBuilder, sql } from 'kysely';
import type { Chance } from '../../app/domain/population/chance.ts';
import { hashOfEntry } from '../../app/use-cases/audit/hash.ts';
import type { Writer } from '../../db/client.server.ts';
import type { SealedEntry } from '../../db/queries/audit.ts';

/** An entry of an audit that somebody is about to tamper with: where it stands, and how long its chain is. */
export type Target = { chain: string; position: number; length: number };

/** One way to tamper, as somebody would to whom the database belongs. */
export type Tampering = (trx: Writer, target: Target, chance: Chance) => Promise<void>;

const anyHash = (chance: Chance) => Array.from({ length: 64 }, () => chance.whole(0, 15).toString(16)).join('');

/** Another text of the same kind, so that only the hash can tell. */
const reworded = sql`(jsonb_set(body::jsonb, '{why}', to_jsonb(body::jsonb ->> 'why' || '!')))::text`;

const set =
  (assignment: RawBuilder<unknown>): ((trx: Writer, target: Target) => Promise<void>) =>
  async (trx, { chain, position }) => {
    await sql`update audit_entry set ${assignment} where chain = ${chain} and position = ${position}`.execute(trx);
  };

const entriesFrom = async (trx: Writer, { chain, position }: Target): Promise<SealedEntry[]> => {
  const { rows } = await sql<SealedEntry>`
    select chain, position, trim_scale(extract(epoch from at) * 1000000)::text as at, body, previous, hash
    from audit_entry where chain = ${chain} and position >= ${position} order by position`.execute(trx);
  return rows;
};

/** Brings the count of a chain to the entries that are there. */
const recount = (trx: Writer, { chain }: Target) =>
  sql`
    update audit_chain set
      length = (select count(*) from audit_entry where audit_entry.chain = ${chain}),
      head = (select hash from audit_entry where audit_entry.chain = ${chain} order by position desc limit 1)
    where chain = ${chain}`.execute(trx);

/** Hashes an entry and all after it anew, and counts the chain anew: within the chain nothing shows any more. */
async function rehash(trx: Writer, target: Target): Promise<void> {
  let previous: string | undefined;
  for (const entry of await entriesFrom(trx, target)) {
    const linked = { ...entry, previous: previous ?? entry.previous };
    previous = hashOfEntry(linked);
    await sql`
      update audit_entry set previous = ${linked.previous}, hash = ${previous}
      where chain = ${entry.chain} and position = ${entry.position}`.execute(trx);
  }
  await recount(trx, target);
}

const remove = (trx: Writer, { chain }: Target, from: number, to: number) =>
  sql`delete from audit_entry where chain = ${chain} and position between ${from} and ${to}`.execute(trx);

/** Moves entries by so many places, by way of places that nobody has. */
async function shift(trx: Writer, { chain }: Target, from: number, by: number): Promise<void> {
  await sql`update audit_entry set position = position + 1000000 where chain = ${chain} and position >= ${from}`.execute(
    trx,
  );
  await sql`
    update audit_entry set position = position - 1000000 + ${by} where chain = ${chain} and position > 1000000`.execute(
    trx,
  );
}

/** Writes the entry once more in the place after it. */
async function repeat(trx: Writer, target: Target): Promise<void> {
  const { chain, position } = target;
  await shift(trx, target, position + 1, 1);
  await sql`
    insert into audit_entry (chain, position, at, body, previous, hash)
    select chain, position + 1, at, ${reworded}, hash, encode(sha256(hash::bytea), 'hex')
    from audit_entry where chain = ${chain} and position = ${position}`.execute(trx);
}

/** Ways that need an entry before or after the target say so by moving it. */
const between = ({ chain, position, length }: Target, least: number, most: number): Target => ({
  chain,
  length,
  position: Math.min(Math.max(position, least), most),
});

export const TAMPERINGS = {
  'what it says': set(sql`body = ${reworded}`),
  'who did it': set(sql`body = (jsonb_set(body::jsonb, '{who,kind}', '"operator"'))::text`),
  'the same JSON written otherwise': set(sql`body = body || ' '`),
  'its time, by a microsecond': set(sql`at = at + interval '1 microsecond'`),
  'its time, to none at all': set(sql`at = 'infinity'`),
  'its hash': (trx, target, chance) => set(sql`hash = ${anyHash(chance)}`)(trx, target),
  'the hash of the one before': (trx, target, chance) =>
    set(sql`previous = ${anyHash(chance)}`)(trx, between(target, 2, target.length)),
  'what it says, and its hash with it': async (trx, target) => {
    await set(sql`body = ${reworded}`)(trx, target);
    const [altered] = await entriesFrom(trx, target);
    if (altered) await set(sql`hash = ${hashOfEntry(altered)}`)(trx, target);
  },
  'what it says, and every hash after it': async (trx, target) => {
    await set(sql`body = ${reworded}`)(trx, target);
    await rehash(trx, target);
  },
  'deleted from the middle': async (trx, target) => {
    const { position } = between(target, 1, target.length - 1);
    await remove(trx, target, position, position);
  },
  'deleted, and the others moved up': async (trx, target) => {
    const { position } = between(target, 2, target.length - 1);
    await remove(trx, target, position, position);
    await shift(trx, target, position + 1, -1);
    await recount(trx, target);
  },
  'deleted, and the others moved up and hashed anew': async (trx, target) => {
    const at = between(target, 2, target.length - 1);
    await remove(trx, target, at.position, at.position);
    await shift(trx, target, at.position + 1, -1);
    const [next] = await entriesFrom(trx, at);
    const [before] = await entriesFrom(trx, { ...at, position: at.position - 1 });
    if (next && before) await set(sql`previous = ${before.hash}`)(trx, at);
    await rehash(trx, at);
  },
  'cut at the end': (trx, target) => remove(trx, target, target.position, target.length).then(() => undefined),
  'cut at the end, and counted anew': async (trx, target) => {
    await remove(trx, target, target.position, target.length);
    await recount(trx, target);
  },
  'the whole chain gone': async (trx, target) => {
    await remove(trx, target, 1, target.length);
    await sql`delete from audit_chain where chain = ${target.chain}`.execute(trx);
  },
  'the count of the chain gone': async (trx, { chain }) => {
    await sql`delete from audit_chain where chain = ${chain}`.execute(trx);
  },
  'swapped with the next': async (trx, target) => {
    const { chain, position } = between(target, 1, target.length - 1);
    await sql`
      update audit_entry mine set at = other.at, body = other.body from audit_entry other
      where mine.chain = ${chain} and other.chain = ${chain}
        and mine.position in (${position}, ${position + 1}) and other.position = ${2 * position + 1} - mine.position`.execute(
      trx,
    );
  },
  'swapped with the next, hashes and all': async (trx, target) => {
    const { chain, position } = between(target, 1, target.length - 1);
    await sql`
      update audit_entry mine set at = other.at, body = other.body, hash = other.hash from audit_entry other
      where mine.chain = ${chain} and other.chain = ${chain}
        and mine.position in (${position}, ${position + 1}) and other.position = ${2 * position + 1} - mine.position`.execute(
      trx,
    );
  },
  'one put in': repeat,
  // After the last that was anchored it would be an entry like any other.
  'one put in, and every hash after it': async (trx, target) => {
    const at = between(target, 1, target.length - 1);
    await repeat(trx, at);
    await rehash(trx, { ...at, position: at.position + 1 });
  },
  'taken into another chain': async (trx, { chain, position }) => {
    await sql`
      update audit_entry set chain = 'elsewhere', previous = case when position = 1 then null else previous end
      where chain = ${chain} and position = ${position}`.execute(trx);
  },
  'an anchor that saw another': async (trx, { chain }, chance) => {
    await sql`
      update audit_anchored set head = ${anyHash(chance)}
      where (chain, length) = (select chain, max(length) from audit_anchored where chain = ${chain} group by chain)`.execute(
      trx,
    );
  },
  'an anchor that saw nothing of it': async (trx, { chain }) => {
    await sql`delete from audit_anchored where chain = ${chain}`.execute(trx);
  },
  'an anchor gone': async (trx) => {
    await sql`delete from audit_anchor where position = (select min(position) from audit_anchor)`.execute(trx);
  },
} satisfies Record<string, Tampering>;
