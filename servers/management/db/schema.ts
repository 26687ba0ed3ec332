import type { Schema } from '../../../kit/db/migrate.ts';

export const MANAGEMENT_SCHEMA: Schema = { role: 'management', folder: import.meta.dirname };
