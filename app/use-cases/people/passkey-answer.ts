import * as z from 'zod';

const encoded = z.base64url().min(1);
const credential = { id: encoded, rawId: encoded, type: z.literal('public-key'), clientExtensionResults: z.object({}) };

/** What a browser answers with a passkey that it made. */
export const MadePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(32)).max(16).optional(),
  }),
});

export type MadePasskey = z.infer<typeof MadePasskey>;

/** What it answers with one that it has. */
export const ShownPasskey = z.object({
  ...credential,
  response: z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded, userHandle: encoded }),
});

export type ShownPasskey = z.infer<typeof ShownPasskey>;

const ClientData = z.object({ challenge: z.string() });

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // what is no JSON fits no schema
  }
}

/** An answer as the form brought it, and the challenge that it says it answers; undefined where it is none. */
export function readAnswer<A extends { response: { clientDataJSON: string } }>(
  schema: z.ZodType<A>,
  typed: string,
): { answer: A; challenge: string } | undefined {
  const answer = schema.safeParse(parsed(typed)).data;
  if (!answer) return undefined;
  const about = Buffer.from(answer.response.clientDataJSON, 'base64url').toString();
  const { data } = ClientData.safeParse(parsed(about));
  return data && { answer, challenge: data.challenge };
}

/** What a verification says, which throws in words what is wrong with an answer. */
export async function saidOf<T>(verifying: Promise<T>): Promise<{ ok: true; said: T } | { ok: false; why: string }> {
  try {
    return { ok: true, said: await verifying };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}
