/**
 * Options of a connection that is the broker's: a guest may set and read them, and they change nothing, as the
 * specification allows for hints. What has a range is held to it.
 */
export class SocketOptions {
  #keepAlive = false;
  #idleTime = 7_200_000_000_000n;
  #interval = 75_000_000_000n;
  #count = 9;
  #hopLimit = 64;
  #receiveBuffer = 65_536n;
  #sendBuffer = 65_536n;

  keepAliveEnabled(): boolean {
    return this.#keepAlive;
  }
  setKeepAliveEnabled(value: boolean): void {
    this.#keepAlive = value;
  }
  keepAliveIdleTime(): bigint {
    return this.#idleTime;
  }
  setKeepAliveIdleTime(value: bigint): void {
    this.#idleTime = positive(value);
  }
  keepAliveInterval(): bigint {
    return this.#interval;
  }
  setKeepAliveInterval(value: bigint): void {
    this.#interval = positive(value);
  }
  keepAliveCount(): number {
    return this.#count;
  }
  setKeepAliveCount(value: number): void {
    this.#count = positive(value);
  }
  hopLimit(): number {
    return this.#hopLimit;
  }
  setHopLimit(value: number): void {
    this.#hopLimit = positive(value);
  }
  receiveBufferSize(): bigint {
    return this.#receiveBuffer;
  }
  setReceiveBufferSize(value: bigint): void {
    this.#receiveBuffer = positive(value);
  }
  sendBufferSize(): bigint {
    return this.#sendBuffer;
  }
  setSendBufferSize(value: bigint): void {
    this.#sendBuffer = positive(value);
  }
}

function positive<T extends number | bigint>(value: T): T {
  if (value <= 0) throw "invalid-argument";
  return value;
}
