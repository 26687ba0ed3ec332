import type { Schema } from '../../../kit/db/migrate.ts';

export const SHOP_SCHEMA: Schema = { role: 'shop', folder: import.meta.dirname };
