import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import type { ShopContext } from '../context.ts';
import { StoreDetails, StoreInEnglish, StoreMap } from '../http/shapes.ts';
import {
  ADD_STORE_REFUSALS,
  addStore,
  CHANGE_STORE_REFUSALS,
  changeStore,
  listStores,
  listTerminals,
} from '../stores/stores.ts';
import {
  ADD_TERMINAL_REFUSALS,
  addTerminal,
  BLOCK_TERMINAL_REFUSALS,
  blockTerminal,
  NEW_ENROLMENT_CODE_REFUSALS,
  newEnrolmentCode,
} from '../tills/terminals.ts';

const security = [{ session: [] }];
const Name = Type.String({ minLength: 1, maxLength: 100 });
const StoreShape = closed({
  store_id: Id,
  name_ko: Type.String(),
  name_en: Type.String(),
  ...StoreDetails,
  ...StoreInEnglish,
  ...StoreMap,
});
const NO_DETAILS = { district: null, address: null, opening_hours: null, phone: null };
const TerminalParams = closed({ terminal_id: Id });
const tags = ['office: stores'];
const everybody = { staffRoles: ['owner', 'clerk', 'auditor'] } as const;

/** Stores and their terminals. */
export function officeStoreRoutes(app: App, context: ShopContext): void {
  storeRoutes(app, context);
  terminalRoutes(app, context);
  enrolmentRoutes(app, context);
}

function storeRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/stores',
    {
      config: everybody,
      schema: {
        tags,
        summary: 'List stores',
        security,
        response: { 200: closed({ stores: Type.Array(StoreShape) }) },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ stores: await listStores(context) })),
  );

  app.post(
    '/v1/office/stores',
    {
      config: { staffRoles: ['owner'] },
      schema: {
        tags,
        summary: 'Add a store',
        security,
        body: closed({
          name_ko: Name,
          name_en: Name,
          ...Type.Partial(closed({ ...StoreDetails, ...StoreInEnglish, ...StoreMap })).properties,
        }),
        response: { 201: StoreShape },
        refusals: withIdempotencyKey(ADD_STORE_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, store_id) =>
          addStore(context, tx, { store_id, ...NO_DETAILS, ...request.body }),
        ),
      );
    },
  );

  app.put(
    '/v1/office/stores/:store_id',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Replace what people are told of a store',
        security,
        params: closed({ store_id: Id }),
        body: closed({
          ...StoreDetails,
          ...Type.Partial(closed({ ...StoreInEnglish, ...StoreMap })).properties,
        }),
        response: { 200: StoreShape },
        refusals: withIdempotencyKey(CHANGE_STORE_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          changeStore(tx, request.params.store_id, request.body),
        ),
      );
    },
  );
}

function terminalRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/terminals',
    {
      config: everybody,
      schema: {
        tags,
        summary: 'List terminals of all stores',
        security,
        response: {
          200: closed({
            terminals: Type.Array(
              closed({
                terminal_id: Id,
                store_id: Id,
                name: Type.String(),
                enrolled_at: Type.Union([Timestamp, Type.Null()]),
                blocked_at: Type.Union([Timestamp, Type.Null()]),
                last_session_at: Type.Union([Timestamp, Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ terminals: await listTerminals(context) })),
  );

  app.post(
    '/v1/office/terminals',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Add a terminal to a store; a device enrols with a code',
        security,
        body: closed({ store_id: Id, name: Name }),
        response: { 201: closed({ terminal_id: Id, store_id: Id, name: Type.String() }) },
        refusals: withIdempotencyKey(ADD_TERMINAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, terminal_id) =>
          addTerminal(context, tx, { terminal_id, ...request.body }),
        ),
      );
    },
  );
}

function enrolmentRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/office/terminals/:terminal_id/enrolment-codes',
    {
      config: { staffRoles: ['owner', 'clerk'], recentProof: true },
      schema: {
        tags,
        summary: 'Create a one-time code, replacing the last one; the code is never stored with the response',
        security,
        params: TerminalParams,
        response: { 201: closed({ enrolment_code: Type.String(), expires_at: Timestamp }) },
        refusals: NEW_ENROLMENT_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await newEnrolmentCode(context, request.params.terminal_id), 201),
  );

  app.post(
    '/v1/office/terminals/:terminal_id/block',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      schema: {
        tags,
        summary: 'Block a terminal for good and log it out',
        security,
        params: TerminalParams,
        response: { 200: closed({ terminal_id: Id, blocked_at: Timestamp }) },
        refusals: withIdempotencyKey(BLOCK_TERMINAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          blockTerminal(context, tx, request.params.terminal_id),
        ),
      );
    },
  );
}
