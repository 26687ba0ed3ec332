import type { Schema } from '../../../kit/db/migrate.ts';

export const SETTLEMENT_SCHEMA: Schema = { role: 'settlement', folder: import.meta.dirname };
