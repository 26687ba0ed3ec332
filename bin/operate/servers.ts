import type { Setting } from '../../kit/config.ts';
import type { Schema } from '../../kit/db/migrate.ts';
import type { KeyUse } from '../../kit/key-uses.ts';
import type { StaffRules } from '../../kit/staff/context.ts';
import { STAFF_KEY_USES } from '../../kit/staff/key-uses.ts';
import { STAFF_RULES as CARRIER_STAFF } from '../../servers/carrier/app.ts';
import * as carrier from '../../servers/carrier/config.ts';
import * as management from '../../servers/management/config.ts';
import { STAFF_RULES as MANAGEMENT_STAFF } from '../../servers/management/console/routes.ts';
import { KEY_USES as MANAGEMENT_KEY_USES } from '../../servers/management/key-uses.ts';
import * as settlement from '../../servers/settlement/config.ts';
import { STAFF_RULES as SETTLEMENT_STAFF } from '../../servers/settlement/console/routes.ts';
import { KEY_USES as SETTLEMENT_KEY_USES } from '../../servers/settlement/key-uses.ts';
import * as shop from '../../servers/shop/config.ts';
import { KEY_USES as SHOP_KEY_USES } from '../../servers/shop/key-uses.ts';
import { STAFF_RULES as SHOP_STAFF } from '../../servers/shop/office/routes.ts';
import type { ServerRole } from '../stack/roles.ts';
import { SCHEMAS } from '../stack/schemas.ts';

/** What operators' commands know of a kind of server. */
export type Server = {
  schema: Schema;
  settings: Readonly<Record<string, Setting<unknown>>>;
  keyRings: readonly string[];
  keyUses: readonly KeyUse[];
  staff: StaffRules;
  /** Where its staff’s pages are; null where there are none. */
  pages: string | null;
};

export const SERVERS: Readonly<Record<ServerRole, Server>> = {
  management: {
    schema: SCHEMAS.management,
    settings: management.SETTINGS,
    keyRings: management.KEY_RINGS,
    keyUses: [...STAFF_KEY_USES, ...MANAGEMENT_KEY_USES],
    staff: MANAGEMENT_STAFF,
    pages: '/console',
  },
  settlement: {
    schema: SCHEMAS.settlement,
    settings: settlement.SETTINGS,
    keyRings: settlement.KEY_RINGS,
    keyUses: [...STAFF_KEY_USES, ...SETTLEMENT_KEY_USES],
    staff: SETTLEMENT_STAFF,
    pages: '/console',
  },
  carrier: {
    schema: SCHEMAS.carrier,
    settings: carrier.SETTINGS,
    keyRings: carrier.KEY_RINGS,
    keyUses: STAFF_KEY_USES,
    staff: CARRIER_STAFF,
    pages: null,
  },
  shop: {
    schema: SCHEMAS.shop,
    settings: shop.SETTINGS,
    keyRings: shop.KEY_RINGS,
    keyUses: [...STAFF_KEY_USES, ...SHOP_KEY_USES],
    staff: SHOP_STAFF,
    pages: '/office',
  },
};
