// Bytes of JSON in a buffer that doubles. Numbers, raw pieces, and text of the scanned source, escaped.

export class JsonWriter {
  private bytes: StaticArray<u8> = new StaticArray<u8>(4096);
  private used: i32 = 0;

  get length(): i32 { return this.used; }
  get start(): usize { return changetype<usize>(this.bytes); }

  /** ASCII text of ours. */
  put(text: string): void {
    this.room(text.length);
    for (let i = 0; i < text.length; i++) unchecked(this.bytes[this.used++] = text.charCodeAt(i) as u8);
  }

  byte(byte: i32): void {
    this.room(1);
    unchecked(this.bytes[this.used++] = byte as u8);
  }

  raw(from: usize, length: i32): void {
    this.room(length);
    memory.copy(this.start + this.used, from, length);
    this.used += length;
  }

  number(value: i32): void {
    this.put(value.toString());
  }

  /** A fraction between 0 and 1, rounded to thousandths. */
  thousandths(value: f64): void {
    const rounded = nearest(value * 1000) as i32;
    if (rounded >= 1000) { this.put("1.0"); return; }
    this.put("0.");
    this.byte(48 + rounded / 100);
    if (rounded % 100 != 0) this.byte(48 + (rounded / 10) % 10);
    if (rounded % 10 != 0) this.byte(48 + rounded % 10);
  }

  /** UTF-8 text inside quotes: control characters, quotes and backslashes escaped. */
  escaped(from: usize, length: i32): void {
    this.byte(34);
    for (let i = 0; i < length; i++) {
      const byte = load<u8>(from + i) as i32;
      if (byte == 34 || byte == 92) { this.byte(92); this.byte(byte); }
      else if (byte < 32 || byte == 127) this.control(byte);
      else this.byte(byte);
    }
    this.byte(34);
  }

  private control(byte: i32): void {
    this.put("\\u00");
    this.byte(48 + (byte >> 4));
    const low = byte & 15;
    this.byte(low < 10 ? 48 + low : 87 + low);
  }

  private room(length: i32): void {
    if (this.used + length <= this.bytes.length) return;
    const larger = new StaticArray<u8>(max(this.bytes.length * 2, this.used + length));
    memory.copy(changetype<usize>(larger), changetype<usize>(this.bytes), this.used);
    this.bytes = larger;
  }
}
