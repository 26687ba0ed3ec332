import type { FastifyReply } from 'fastify';

/** A file to keep, which no cache keeps. */
export function asAttachment(reply: FastifyReply, type: string, name: string): FastifyReply {
  return reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}
