const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `8:06` */
export function clockText(instant: number): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** `11月9日 8:06` */
export function dayAndClockText(instant: number): string {
  const { month, day } = partsOf(instant);
  return `${month}月${day}日 ${clockText(instant)}`;
}

function partsOf(instant: number): Record<string, string> {
  const parts = dayAndTime.formatToParts(instant).map(({ type, value }) => [type, value]);
  const named: Record<string, string> = Object.fromEntries(parts);
  return { ...named, hour: String(Number(named.hour)) };
}
