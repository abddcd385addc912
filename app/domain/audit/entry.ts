import type { Who } from '../people/who.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/**
 * One act that changed something. `chain`: the organisation or office in whose name, `account:<id>` for what a person does for
 * themselves, `site` for administrators, the operator and jobs. Personal values stand in it hashed by `personalHash` only.
 */
export type AuditEntry = {
  chain: string;
  who: Who;
  /** The account whose affair it is, where that is somebody else's than of who acts. */
  forWhom?: string;
  /** As the permission for it is called. */
  action: string;
  object: { type: string; id: string };
  before?: unknown;
  after?: unknown;
  why?: string;
};

/** Names are looked up by an index, which holds no longer ones. */
const LONGEST_NAME = 300;
const CHAIN = /^[A-Za-z0-9:._-]{1,200}$/;
/** PostgreSQL's JSON holds no NUL and no half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

function checkNames({ chain, forWhom, action, object }: AuditEntry): void {
  if (!CHAIN.test(chain))
    throw new Error(
      `"${chain}" cannot name an audit chain: expected 1 to 200 of letters, digits, ":", ".", "_" and "-"`,
    );
  for (const [place, name] of Object.entries({ forWhom, action, 'object.type': object.type, 'object.id': object.id }))
    if (name !== undefined && (name === '' || name.length > LONGEST_NAME))
      throw new Error(`${place} of an audit entry has ${name.length} characters: expected 1 to ${LONGEST_NAME}`);
}

function checkText(value: unknown, place: string): void {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value))
      throw new Error(`${place} of an audit entry holds U+0000 or half of a character, which cannot be stored`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      checkText(key, `a key in ${place}`);
      checkText(part, `${place}/${key}`);
    }
  }
}

/** What an entry says, as it is stored and hashed, to the letter. Throws where it could not be stored as it is. */
export function bodyOf(entry: AuditEntry): string {
  const { chain: _, ...said } = entry;
  checkNames(entry);
  checkText(said, 'body');
  return canonicalJson(said);
}
