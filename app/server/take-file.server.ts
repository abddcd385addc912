import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { contentType } from './body.server.ts';

/** A file of a form as it comes in. */
export type IncomingFile = { name: string; chunks: AsyncIterable<Uint8Array> };

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

function parserOf(request: Request): InstanceType<typeof Busboy> | undefined {
  if (contentType(request) !== 'multipart/form-data') return undefined;
  try {
    return new Busboy({
      headers: { 'content-type': request.headers.get('Content-Type') ?? '' },
      limits: { files: 1 },
    });
  } catch {
    return undefined; // it names no boundary
  }
}

/** Hands the file of a form to `take` while it comes in; undefined where the form has none, or broke off. */
export async function takeFile<T>(
  request: Request,
  field: string,
  take: (file: IncomingFile) => Promise<T>,
): Promise<T | undefined> {
  const parser = parserOf(request);
  if (!parser || !request.body) return undefined;
  let incoming: { stream: Readable; taken: Promise<T> } | undefined;
  let refusal: Error | undefined;
  parser.on('file', (name, stream, filename) => {
    stream.on('error', () => undefined); // whoever reads it hears of it
    if (name !== field) return void stream.resume();
    const taken = take({ name: filename, chunks: stream });
    taken.catch((error: Error) => {
      if (stream.errored === null) refusal = error;
      parser.destroy(error); // nobody reads on, so it would wait for ever
    });
    incoming = { stream, taken };
  });
  await pipeline(Readable.from(chunksOf(request.body)), parser).catch((error: Error) =>
    incoming?.stream.destroy(error),
  );
  try {
    return await incoming?.taken;
  } catch (error) {
    if (error === refusal) throw error;
    return undefined;
  }
}
