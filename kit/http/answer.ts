import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  ContextConfigDefault,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  RawServerDefault,
  RouteGenericInterface,
} from 'fastify';
import type { Result } from '../result.ts';
import { type Answer, answerOf } from './problem.ts';
import type { ProblemCode } from './statuses.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** The refusals of the route's operation. Those of its guards are added when the API description is built. */
    refusals?: readonly ProblemCode[];
  }
}

/** The codes that a route declares. A handler that could answer with another does not compile. */
export type Declared<Schema> = Schema extends { refusals: readonly (infer Code extends ProblemCode)[] }
  ? Code
  : never;

/** The reply in the handler of a route with this schema. */
type ReplyOf<Schema extends FastifySchema> = FastifyReply<
  RouteGenericInterface,
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  ContextConfigDefault,
  Schema,
  TypeBoxTypeProvider
>;

/** Sends an answer byte for byte as it was made or stored. */
export function sendAnswer<Schema extends FastifySchema>(
  reply: ReplyOf<Schema>,
  answer: Answer<Declared<NoInfer<Schema>>>,
): FastifyReply {
  const plain: FastifyReply = reply;
  return plain
    .code(answer.status)
    .header('content-type', answer.content_type)
    .serializer((payload: unknown) => String(payload))
    .send(answer.body);
}

/** Sends the result of a read: its value with `status`, or its refusal as a problem. */
export function sendResult<Schema extends FastifySchema, T>(
  request: FastifyRequest,
  reply: ReplyOf<Schema>,
  result: Result<T, Declared<NoInfer<Schema>>>,
  status = 200,
): FastifyReply {
  return sendAnswer(reply, answerOf(request, result, status));
}
