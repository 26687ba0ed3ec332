import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../result.ts';
import { type Answer, problemAnswer } from './problem.ts';

/** Sends an answer exactly as it was made or stored. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  return reply
    .code(answer.status)
    .header('content-type', answer.content_type)
    .serializer((payload: unknown) => String(payload))
    .send(answer.body);
}

/** Sends the result of an operation that changes nothing: its value with 200, or its refusal as a problem. */
export function sendResult<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  result: Result<T>,
  status = 200,
): FastifyReply {
  return sendAnswer(
    reply,
    result.ok
      ? { status, content_type: 'application/json; charset=utf-8', body: JSON.stringify(result.value) }
      : problemAnswer(request, result),
  );
}
