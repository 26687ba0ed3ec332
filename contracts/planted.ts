export * from '../servers/shop/context.ts';
