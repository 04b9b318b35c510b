import { toString as toSvg } from 'qrcode';
import { useEffect, useState } from 'react';

interface Props {
  text: string;
  /** For those who do not see it. */
  alt: string;
  size: number;
}

/** A square code for a camera; dark on light in any colours of the page. */
export function QrCode({ text, alt, size }: Props) {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void toSvg(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then((svg) => current && setSource(`data:image/svg+xml,${encodeURIComponent(svg)}`));
    return () => {
      current = false;
    };
  }, [text]);
  return source ? <img src={source} alt={alt} width={size} height={size} /> : null;
}
