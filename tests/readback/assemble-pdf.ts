/** The body of a stream, with further entries. */
export function stream(body: string, entries = ''): string {
  return `<<${entries}/Length ${body.length}>> stream\n${body}\nendstream`;
}

/** As `assemblePdf`, with objects three by three in object streams. */
export function assemblePacked(objects: readonly string[], catalog: number): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = new Map<number, readonly number[]>();
  const put = (number: number, body: string): void => {
    places.set(number, [1, file.length, 0]);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  };
  const plain: (readonly [number: number, body: string])[] = [];
  objects.forEach((body, index) => {
    if (body.endsWith('endstream')) put(index + 1, body);
    else plain.push([index + 1, body]);
  });
  let last = objects.length;
  while (plain.length > 0) {
    last += 1;
    let offset = 0;
    const held = plain.splice(0, 3);
    const heads = held.map(([number, body], index) => {
      places.set(number, [2, last, index]);
      offset += body.length + 1;
      return `${number} ${offset - body.length - 1} `;
    });
    const head = heads.join('');
    const bodies = held.map(([, body]) => body).join('\n');
    put(last, stream(head + bodies, `/Type /ObjStm /N ${held.length} /First ${head.length} `));
  }
  const start = file.length;
  places.set(last + 1, [1, start, 0]);
  const rows = Array.from({ length: last + 2 }, (_, number) => places.get(number) ?? [0, 0, 0]);
  const table = rows.map(([type = 0, at = 0, index = 0]) => {
    const digits = [type, at, index].map((value, column) =>
      value.toString(16).padStart([2, 6, 2][column] ?? 2, '0'),
    );
    return digits.join('');
  });
  const entries = `/Type /XRef /W [1 3 1] /Size ${last + 2} /Root ${catalog} 0 R `;
  const bytes = Buffer.from(table.join(''), 'hex').toString('latin1');
  file += `${last + 1} 0 obj\n${stream(bytes, entries)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A file of objects, numbered from 1, a character for each byte, and a cross-reference table. */
export function assemblePdf(objects: readonly string[], catalog: number): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1} /Root ${catalog} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
