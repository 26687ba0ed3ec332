import type { Schema } from '../../../kit/db/migrate.ts';

export const CARRIER_SCHEMA: Schema = { role: 'carrier', folder: import.meta.dirname };
