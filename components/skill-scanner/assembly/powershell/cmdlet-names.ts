// What commands of PowerShell are, by their names and aliases.
import { Bytes, lower } from "../bytes";

export const enum Cmdlet {
  None,
  Web, Run, Start, Open, Read, Write, Append, New, Copy, Move, Remove, Pack, List, Each, Where, Echo, Show, Join, Object, Block, SetVariable, GetVariable,
  Alias, Command, Create, Lookup, Transfer, Item, Action, Same, Nothing, Processes, Machine, Network, Clipboard, Ask, SetItem, Hash, Tee, Sort,
}

/** In the order of Cmdlet, from Web on. Names of commands that other systems have as well come with their own words. */
const NAMES: StaticArray<string> = [
  " invoke-webrequest iwr invoke-restmethod irm curl wget ",
  " invoke-expression iex ",
  " start-process saps start ",
  " invoke-item ii ",
  " get-content gc cat type import-csv ipcsv import-clixml ",
  " set-content sc out-file export-csv epcsv export-clixml ",
  " add-content ac ",
  " new-item ni ",
  " copy-item copy cp cpi ",
  " move-item move mv mi rename-item ren rni ",
  " remove-item rm del erase rd ri rmdir ",
  " compress-archive ",
  " get-childitem gci dir ls ",
  " foreach-object foreach % ",
  " where-object where ? ",
  " write-output write echo ",
  " write-host write-verbose write-warning write-debug write-information write-error out-null out-host write-progress ",
  " join-path ",
  " new-object ",
  " invoke-command icm start-job sajb start-threadjob measure-command register-objectevent register-engineevent ",
  " set-variable sv new-variable nv ",
  " get-variable gv ",
  " set-alias sal new-alias nal ",
  " get-command gcm get-alias gal ",
  " invoke-wmimethod invoke-cimmethod icim iwmi ",
  " resolve-dnsname ",
  " start-bitstransfer ",
  " get-item gi get-itemproperty gp get-itempropertyvalue gpv ",
  " new-scheduledtaskaction new-scheduledjob register-scheduledjob ",
  " out-string select-object select sort-object sort resolve-path rvpa get-unique gu convert-path convertfrom-json convertto-json convertto-csv convertfrom-csv convertto-securestring convertfrom-securestring convertto-xml format-list fl format-table ft ",
  " get-date get-random get-location pwd gl set-location cd sl push-location pushd pop-location popd test-path test-connection import-module ipmo set-strictmode set-executionpolicy start-sleep sleep get-module clear-host cls get-help split-path wait-process get-host new-timespan add-type measure-object ",
  " get-process gps ps get-service gsv ",
  " get-computerinfo get-ciminstance gcim get-wmiobject gwmi ",
  " get-netipconfiguration get-netipaddress get-netadapter get-dnsclientcache get-nettcpconnection ",
  " get-clipboard gcb ",
  " read-host ",
  " set-item si set-itemproperty sp new-itemproperty ",
  " get-filehash ",
  " tee-object tee ",
];

/** More than twice as many as there are names. A power of two. */
const SLOTS: i32 = 512;

/** Where each name stands in NAMES, by its hash: every command of a script asks twice. */
export class CmdletIndex {
  /** The Cmdlet, shifted, and where its name begins. */
  private slots: StaticArray<i32> = new StaticArray<i32>(SLOTS);

  constructor() {
    for (let i = 0; i < NAMES.length; i++) {
      const words = unchecked(NAMES[i]);
      for (let from = 1, to = 1; to < words.length; to++) {
        if (words.charCodeAt(to) != BLANK) continue;
        this.add(((i + 1) << SHIFT) | from, hashOfWord(words, from, to));
        from = to + 1;
      }
    }
  }

  private add(entry: i32, hash: u32): void {
    let slot = hash & (SLOTS - 1);
    while (unchecked(this.slots[slot]) != 0) slot = (slot + 1) & (SLOTS - 1);
    unchecked(this.slots[slot] = entry);
  }

  /** `name` is written in any letters. */
  find(name: Bytes): Cmdlet {
    let slot = hashOf(name) & (SLOTS - 1), entry = unchecked(this.slots[slot]);
    while (entry != 0 && !name.isWordAt(unchecked(NAMES[(entry >> SHIFT) - 1]), entry & LOWER)) {
      slot = (slot + 1) & (SLOTS - 1);
      entry = unchecked(this.slots[slot]);
    }
    return entry >> SHIFT;
  }
}

const SHIFT: i32 = 16;
const LOWER: i32 = 0xffff;
const BLANK: i32 = 32;

/** http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET: u32 = 2166136261;
const FNV_PRIME: u32 = 16777619;

function hashOfWord(words: string, from: i32, to: i32): u32 {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = (hash ^ words.charCodeAt(i)) * FNV_PRIME;
  return hash;
}

function hashOf(name: Bytes): u32 {
  let hash = FNV_OFFSET;
  for (let i = 0; i < name.length; i++) hash = (hash ^ lower(name.at(i))) * FNV_PRIME;
  return hash;
}
