/** Two letters for the round mark of a person: first and last initial, or the last two characters of a Chinese name. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  if (/\p{Script=Han}/u.test(name)) return [...name.replace(/\s/g, '')].slice(-2).join('');
  return (parts.length > 1 ? `${parts[0]![0]}${parts.at(-1)![0]}` : parts[0]!.slice(0, 2)).toUpperCase();
}
