import Type from 'typebox';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { closed, Id, Timestamp } from '../http/shapes.ts';

/** Why staff do something, or what they note; never empty. */
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

export const NoteShape = closed({
  note_id: Id,
  /** `note`, or what was done. */
  action: Type.String(),
  /** Missing once it was erased. */
  text: Type.Optional(Type.String()),
  staff_name: Type.String(),
  at: Timestamp,
});

export type Note = { note_id: string; action: string; text?: string; staff_name: string; at: string };

/** Something that staff do: who, why, and the id under which that is kept, the same at each retry. */
export type StaffAct = { note_id: string; staff_id: string; reason: string };

const NOTES_MAX = 200;

/** Keeps what somebody did to a subject and why, in the transaction that does it; once, however often it is tried. */
export async function keepNote(
  executor: Executor,
  { note_id, staff_id, reason }: StaffAct,
  { subject_id, action, at }: { subject_id: string; action: string; at: Date },
): Promise<void> {
  await sql`
    insert into staff_notes (note_id, subject_id, staff_id, action, text, at)
    values (${note_id}, ${subject_id}, ${staff_id}, ${action}, ${reason.trim()}, ${at})
    on conflict (note_id) do nothing`.execute(executor);
}

/** The newest notes on a subject, newest first. */
export async function listNotes(executor: Executor, subjectId: string): Promise<Note[]> {
  const found = await sql<{
    note_id: string;
    action: string;
    text: string;
    forgotten: boolean;
    staff_name: string;
    at: Date;
  }>`
    select n.note_id, n.action, n.text, n.forgotten_at is not null as forgotten, s.name as staff_name, n.at
    from staff_notes n join staff s using (staff_id)
    where n.subject_id = ${subjectId} order by n.note_id desc limit ${NOTES_MAX}`.execute(executor);
  return found.rows.map(({ forgotten, text, at, ...note }) => ({
    ...note,
    ...(forgotten ? {} : { text }),
    at: at.toISOString(),
  }));
}
