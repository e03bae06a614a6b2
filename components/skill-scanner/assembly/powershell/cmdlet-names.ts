// What commands of PowerShell are, by their names and aliases.
import { Bytes } from "../bytes";

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

/** `name` is written in any letters. */
export function cmdletOf(name: Bytes): i32 {
  for (let i = 0; i < NAMES.length; i++) if (name.isAny(unchecked(NAMES[i]))) return i + 1;
  return Cmdlet.None;
}
