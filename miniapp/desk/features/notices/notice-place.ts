/** A notice's link as a place of the console; null where it points to something that only the phone has. */
export function placeOf(link: string | null): string | null {
  if (!link) return null;
  const path = link.replace(/^.*#/, '').replace(/^\/?desk/, '');
  return /^\/(themes|reflections|members|imports|lessons|groups|town|audit)(\/|$)/.test(path) ? path : null;
}
