/** Pages that the console calls by another name than the phone. */
const called: readonly (readonly [phone: RegExp, desk: string])[] = [
  [/^\/study-sessions\//, '/sessions/'],
  [/^\/sign-ins\/waiting$/, '/sign-ins'],
  [/^\/my\/complaints$/, '/complaints'],
];

const here = /^\/(years|themes|reflections|members|imports|lessons|groups|town|audit|sessions|session-actions|leaves|make-ups|sign-ins|exemptions|teacher-invitations|course-requests|complaints|paper-bundles|objections|score-entries|talks|score-adjustments)(\/|$)/;

/** A notice's link as a place of the console; null where it points to something that only the phone has. */
export function placeOf(link: string | null): string | null {
  if (!link) return null;
  const path = link.replace(/^.*#/, '').replace(/^\/?desk/, '');
  const place = called.reduce((words, [phone, desk]) => words.replace(phone, desk), path);
  return here.test(place) ? place : null;
}
