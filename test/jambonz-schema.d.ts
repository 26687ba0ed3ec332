declare module '@jambonz/schema' {
  /** Holds a list of verbs against jambonz's own schema. */
  export function validateApp(app: unknown): { valid: boolean; errors: unknown };
}
