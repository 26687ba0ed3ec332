export * from '../settlement/context.ts';
