import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifySchemaValidationError } from 'fastify';
import type { App } from './app.ts';

/**
 * JSON is taken as it is: no type is bent into another and unknown members are refused (every object
 * schema says `additionalProperties: false`). Query strings and path parameters are text by nature,
 * so there, and only there, numbers and booleans are read from text.
 */
export function validateStrictly(app: App): void {
  const forBodies = addFormats.default(new Ajv2020({ strict: false, allErrors: false }));
  const forText = addFormats.default(
    new Ajv2020({ strict: false, allErrors: false, coerceTypes: true, useDefaults: true }),
  );
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? forBodies : forText).compile(schema as object),
  );
}

/** Where and what is wrong, without repeating the value, which may be a secret. */
export function invalidMembers(
  errors: readonly FastifySchemaValidationError[],
): { path: string; rule: string; expected: Record<string, unknown> }[] {
  return errors.map((error) => ({ path: error.instancePath, rule: error.keyword, expected: error.params }));
}
