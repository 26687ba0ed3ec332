declare module '@jambonz/schema' {
  /** Validates a list of verbs against jambonz's own schema. */
  export function validateApp(app: unknown): { valid: boolean; errors: unknown };
}
