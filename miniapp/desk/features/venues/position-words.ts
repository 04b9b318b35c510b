interface Position {
  latitude: number;
  longitude: number;
}

/** Two numbers as a map gives them: 30.5041, 105.5062. Null for nothing written; 'unclear' for what is no place on the earth. */
export function positionIn(words: string): Position | null | 'unclear' {
  const text = words.trim();
  if (text === '') return null;
  const parts = /^(-?\d+(?:\.\d+)?)[\s,，]+(-?\d+(?:\.\d+)?)$/.exec(text);
  const [latitude, longitude] = [Number(parts?.[1]), Number(parts?.[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : 'unclear';
}
