import * as z from 'zod';
import { type Capacity, OPERATOR, type Who } from '../../app/domain/people/who.ts';
import { issueToken } from '../../app/use-cases/people/tokens.ts';
import { recorderOf } from '../../app/use-cases/publishing/recorder.ts';
import type { Db } from '../../db/client.server.ts';
import type { Door } from './quota-clients.ts';

/** The server did not say what became of a request: it was away, or its database was. */
class Unanswered extends Error {}
export const isUnanswered = (error: unknown) => error instanceof Unanswered;

const Full = /^The places are not there: the quota "(.+)" has ([\d,]+) places? left\.$/;
const Problem = z.object({ detail: z.string() });

/** The quotas by the API, with a token of its own. */
export async function openApiDoor(db: Db, address: string, who: Extract<Who, Capacity>): Promise<Door> {
  const { role, state, organisation } = who;
  const capacity = { role, ...(state !== undefined && { state }), ...(organisation !== undefined && { organisation }) };
  const token = await issueToken(db, OPERATOR, { name: 'proof', ...capacity });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const post = async (path: string, body: unknown) => {
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    try {
      const answer = await fetch(`${address}/api/v1/quotas/${path}`, sent);
      if (answer.status < 500) return { status: answer.status, body: await answer.json() };
    } catch (cause) {
      throw new Unanswered('the server is away', { cause });
    }
    throw new Unanswered('the database is away');
  };
  return {
    office: recorderOf(who),
    async allocate(quota, request) {
      const { status, body } = await post(`${quota}/allocations`, request);
      if (status === 200 || status === 201) return 'granted';
      const [, at, left] = Full.exec(Problem.parse(body).detail) ?? [];
      if (at !== undefined && left !== undefined)
        return { full: { quota: at, remaining: Number(left.replaceAll(',', '')) } };
      if (status === 422 && request.expiresAt !== undefined) return {};
      throw new Error(`an allocation was answered ${status}: ${JSON.stringify(body)}`);
    },
    async settle(quota, reference, how) {
      const { status, body } = await post(`${quota}/allocations/${reference}/${how}`, {});
      if (status === 200) return true;
      if (status === 409) return false;
      throw new Error(`a settlement was answered ${status}: ${JSON.stringify(body)}`);
    },
  };
}
