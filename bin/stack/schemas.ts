import type { Schema } from '../../kit/db/migrate.ts';
import { CARRIER_SCHEMA } from '../../servers/carrier/db/schema.ts';
import { MANAGEMENT_SCHEMA } from '../../servers/management/db/schema.ts';
import { SETTLEMENT_SCHEMA } from '../../servers/settlement/db/schema.ts';
import { SHOP_SCHEMA } from '../../servers/shop/db/schema.ts';
import type { ServerRole } from './roles.ts';

export const SCHEMAS: Readonly<Record<ServerRole, Schema>> = {
  management: MANAGEMENT_SCHEMA,
  settlement: SETTLEMENT_SCHEMA,
  carrier: CARRIER_SCHEMA,
  shop: SHOP_SCHEMA,
};
