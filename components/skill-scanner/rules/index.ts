import type { Rule } from "../rule.ts";
import accountAdded from "./account-added.ts";
import accountWithKnownPassword from "./account-with-known-password.ts";
import activeDocument from "./active-document.ts";
import addressAsked from "./address-asked.ts";
import administrationShown from "./administration-shown.ts";
import agentCredentialsPath from "./agent-credentials-path.ts";
import agentEndpointReplaced from "./agent-endpoint-replaced.ts";
import agentHookContactsNetwork from "./agent-hook-contacts-network.ts";
import agentHookShipped from "./agent-hook-shipped.ts";
import agentMemoryLasting from "./agent-memory-lasting.ts";
import agentMemoryPoisoned from "./agent-memory-poisoned.ts";
import agentMemoryWritten from "./agent-memory-written.ts";
import agentOrdersPlanted from "./agent-orders-planted.ts";
import agentServersReplaced from "./agent-servers-replaced.ts";
import agentSettingsWritten from "./agent-settings-written.ts";
import agentStartedUnguarded from "./agent-started-unguarded.ts";
import agentsMultiply from "./agents-multiply.ts";
import allFilesHandedOver from "./all-files-handed-over.ts";
import allProcessesKilled from "./all-processes-killed.ts";
import appendedData from "./appended-data.ts";
import archiveEncrypted from "./archive-encrypted.ts";
import archiveEntryLeadsOut from "./archive-entry-leads-out.ts";
import archiveInconsistent from "./archive-inconsistent.ts";
import archiveLimitReached from "./archive-limit-reached.ts";
import archiveLink from "./archive-link.ts";
import archiveNotUnpacked from "./archive-not-unpacked.ts";
import askedWordsOfWalletSent from "./asked-words-of-wallet-sent.ts";
import assembledCodeExecuted from "./assembled-code-executed.ts";
import assembledName from "./assembled-name.ts";
import assistantLinkWithOrders from "./assistant-link-with-orders.ts";
import backupsDeletedUnasked from "./backups-deleted-unasked.ts";
import bareSecretSent from "./bare-secret-sent.ts";
import bidirectionalControls from "./bidirectional-controls.ts";
import branchProtectionRemoved from "./branch-protection-removed.ts";
import browserHistoryPath from "./browser-history-path.ts";
import browserStorePath from "./browser-store-path.ts";
import builtInToolReplaced from "./built-in-tool-replaced.ts";
import bytecodeDiffers from "./bytecode-differs.ts";
import bytecodeShipped from "./bytecode-shipped.ts";
import bytecodeUnchecked from "./bytecode-unchecked.ts";
import bytecodeWithoutSource from "./bytecode-without-source.ts";
import bytesInSelectors from "./bytes-in-selectors.ts";
import catcherHost from "./catcher-host.ts";
import certificateNotChecked from "./certificate-not-checked.ts";
import chatWebhook from "./chat-webhook.ts";
import clipboardRead from "./clipboard-read.ts";
import clipboardReplaced from "./clipboard-replaced.ts";
import clipboardSearchedForAddresses from "./clipboard-searched-for-addresses.ts";
import clipboardWritten from "./clipboard-written.ts";
import cloudCredentialsPath from "./cloud-credentials-path.ts";
import codeCompiled from "./code-compiled.ts";
import codeExecution from "./code-execution.ts";
import codeInDataAddress from "./code-in-data-address.ts";
import codeInjectedIntoMemory from "./code-injected-into-memory.ts";
import codeObjectBuilt from "./code-object-built.ts";
import codeSabotaged from "./code-sabotaged.ts";
import coinMiner from "./coin-miner.ts";
import commandBehindBlanks from "./command-behind-blanks.ts";
import commandFromAPage from "./command-from-a-page.ts";
import commandFromAPaste from "./command-from-a-paste.ts";
import commandInPickle from "./command-in-pickle.ts";
import commandInPromptText from "./command-in-prompt-text.ts";
import commandMappedOverTexts from "./command-mapped-over-texts.ts";
import commandOfFetchedModule from "./command-of-fetched-module.ts";
import computedAttribute from "./computed-attribute.ts";
import computedImport from "./computed-import.ts";
import computedMember from "./computed-member.ts";
import computedModule from "./computed-module.ts";
import computedShellCommand from "./computed-shell-command.ts";
import computedTextEvaluated from "./computed-text-evaluated.ts";
import concealedCollecting from "./concealed-collecting.ts";
import concealedRunning from "./concealed-running.ts";
import concealedSecretCollecting from "./concealed-secret-collecting.ts";
import concealedSecretSending from "./concealed-secret-sending.ts";
import concealedSending from "./concealed-sending.ts";
import concealedTampering from "./concealed-tampering.ts";
import concealedToolUse from "./concealed-tool-use.ts";
import concealmentInstruction from "./concealment-instruction.ts";
import confusableName from "./confusable-name.ts";
import connectionToNumberedHost from "./connection-to-numbered-host.ts";
import constantCodeExecution from "./constant-code-execution.ts";
import constantDynamicImport from "./constant-dynamic-import.ts";
import containerControlsHost from "./container-controls-host.ts";
import containerTakesOverHost from "./container-takes-over-host.ts";
import conversationSent from "./conversation-sent.ts";
import credentialEchoed from "./credential-echoed.ts";
import credentialFileRead from "./credential-file-read.ts";
import credentialFileSent from "./credential-file-sent.ts";
import credentialsSentUnusually from "./credentials-sent-unusually.ts";
import credentialsUploaded from "./credentials-uploaded.ts";
import dataInImageAddress from "./data-in-image-address.ts";
import dataPostedToNumberedHost from "./data-posted-to-numbered-host.ts";
import dataSent from "./data-sent.ts";
import dataSentToDropHost from "./data-sent-to-drop-host.ts";
import debuggerChecked from "./debugger-checked.ts";
import decodedDataExecuted from "./decoded-data-executed.ts";
import deepSecretAsked from "./deep-secret-asked.ts";
import deepSecretKept from "./deep-secret-kept.ts";
import defangedAddressUsed from "./defanged-address-used.ts";
import defangedProgramUsed from "./defanged-program-used.ts";
import defenceDisabled from "./defence-disabled.ts";
import defencesDisabledInWords from "./defences-disabled-in-words.ts";
import defencesDisabledToRun from "./defences-disabled-to-run.ts";
import dependencyFromAddress from "./dependency-from-address.ts";
import dependencyWithoutEncryption from "./dependency-without-encryption.ts";
import deserialiserImport from "./deserialiser-import.ts";
import destructiveCommand from "./destructive-command.ts";
import disguisedAddress from "./disguised-address.ts";
import disguisedCodeExecuted from "./disguised-code-executed.ts";
import disguisedLibrary from "./disguised-library.ts";
import disguisedMetadataAddress from "./disguised-metadata-address.ts";
import disguisedProgram from "./disguised-program.ts";
import diskFilled from "./disk-filled.ts";
import dotenvLoaded from "./dotenv-loaded.ts";
import dotenvSendingInstruction from "./dotenv-sending-instruction.ts";
import downloadPipedToShell from "./download-piped-to-shell.ts";
import downloadSaved from "./download-saved.ts";
import downloadSavedAndRun from "./download-saved-and-run.ts";
import downloadedCodeExecuted from "./downloaded-code-executed.ts";
import downloadedFileStarted from "./downloaded-file-started.ts";
import downloadedProgramSaved from "./downloaded-program-saved.ts";
import dynamicHost from "./dynamic-host.ts";
import encodedDownloadCommand from "./encoded-download-command.ts";
import encodedInstruction from "./encoded-instruction.ts";
import endlessLoop from "./endless-loop.ts";
import endlessToolCalls from "./endless-tool-calls.ts";
import endlessWork from "./endless-work.ts";
import engineInternalsUsed from "./engine-internals-used.ts";
import entityLetters from "./entity-letters.ts";
import envFileRead from "./env-file-read.ts";
import envFileSent from "./env-file-sent.ts";
import environmentRead from "./environment-read.ts";
import environmentSaved from "./environment-saved.ts";
import environmentSent from "./environment-sent.ts";
import environmentSerialised from "./environment-serialised.ts";
import environmentVariableRead from "./environment-variable-read.ts";
import evaluationShown from "./evaluation-shown.ts";
import falsePrecedence from "./false-precedence.ts";
import fetchAndFollow from "./fetch-and-follow.ts";
import fetchAndFollowRegularly from "./fetch-and-follow-regularly.ts";
import fileExecuted from "./file-executed.ts";
import fileKindNotAnalysed from "./file-kind-not-analysed.ts";
import fileMadeExecutable from "./file-made-executable.ts";
import fileNotOpened from "./file-not-opened.ts";
import fileTooLarge from "./file-too-large.ts";
import fileUnreadable from "./file-unreadable.ts";
import filesScannedApart from "./files-scanned-apart.ts";
import filledShellCommand from "./filled-shell-command.ts";
import foldingLimit from "./folding-limit.ts";
import foreignSecretSent from "./foreign-secret-sent.ts";
import forgedRole from "./forged-role.ts";
import forgedRoleTag from "./forged-role-tag.ts";
import forkBomb from "./fork-bomb.ts";
import foundFilesSent from "./found-files-sent.ts";
import freedModel from "./freed-model.ts";
import freedModelInSeveralWays from "./freed-model-in-several-ways.ts";
import fullRightsInstruction from "./full-rights-instruction.ts";
import gitHookShipped from "./git-hook-shipped.ts";
import gitSettingRunsProgram from "./git-setting-runs-program.ts";
import guardsWeakened from "./guards-weakened.ts";
import guardsWeakenedInConfig from "./guards-weakened-in-config.ts";
import hardcodedSecret from "./hardcoded-secret.ts";
import harmOnCommand from "./harm-on-command.ts";
import harmfulPackage from "./harmful-package.ts";
import hiddenCode from "./hidden-code.ts";
import hiddenCommission from "./hidden-commission.ts";
import hiddenInstruction from "./hidden-instruction.ts";
import hiddenPowershell from "./hidden-powershell.ts";
import hiddenService from "./hidden-service.ts";
import hiddenStartupFile from "./hidden-startup-file.ts";
import hiddenWindow from "./hidden-window.ts";
import hiddenWordsToAModel from "./hidden-words-to-a-model.ts";
import homeFolderSent from "./home-folder-sent.ts";
import hostIdentityRead from "./host-identity-read.ts";
import hostIdentitySent from "./host-identity-sent.ts";
import hostKeyNotChecked from "./host-key-not-checked.ts";
import hostTableChanged from "./host-table-changed.ts";
import identitySentRepeatedly from "./identity-sent-repeatedly.ts";
import inputExecuted from "./input-executed.ts";
import installCommandReplaced from "./install-command-replaced.ts";
import installHook from "./install-hook.ts";
import installHookContactsNetwork from "./install-hook-contacts-network.ts";
import installHookRunsFetchedCode from "./install-hook-runs-fetched-code.ts";
import installHookRunsInlineCode from "./install-hook-runs-inline-code.ts";
import installTimeCommand from "./install-time-command.ts";
import installTimeDataSent from "./install-time-data-sent.ts";
import installTimeDownload from "./install-time-download.ts";
import installTimeRequest from "./install-time-request.ts";
import installedProgramAltered from "./installed-program-altered.ts";
import installerPipedToShell from "./installer-piped-to-shell.ts";
import instructionOverride from "./instruction-override.ts";
import instructionOverrideWithAct from "./instruction-override-with-act.ts";
import introspectionWalk from "./introspection-walk.ts";
import inventedAuthority from "./invented-authority.ts";
import invisibleCharacters from "./invisible-characters.ts";
import invisibleText from "./invisible-text.ts";
import kernelDriverService from "./kernel-driver-service.ts";
import kernelModuleLoaded from "./kernel-module-loaded.ts";
import keychainPath from "./keychain-path.ts";
import keysListenedTo from "./keys-listened-to.ts";
import keysRecorded from "./keys-recorded.ts";
import libraryRunByName from "./library-run-by-name.ts";
import linkInstallsCommand from "./link-installs-command.ts";
import linkLeadsElsewhere from "./link-leads-elsewhere.ts";
import linkLeadsOut from "./link-leads-out.ts";
import listingSent from "./listing-sent.ts";
import loaderVariableSlippedIn from "./loader-variable-slipped-in.ts";
import loginCodesForwarded from "./login-codes-forwarded.ts";
import loginKeyAdded from "./login-key-added.ts";
import loginPasswordChecked from "./login-password-checked.ts";
import loginProgramWrapped from "./login-program-wrapped.ts";
import longEncodedText from "./long-encoded-text.ts";
import lookalikeLetters from "./lookalike-letters.ts";
import lookalikePackageName from "./lookalike-package-name.ts";
import lootGathered from "./loot-gathered.ts";
import machineProfiled from "./machine-profiled.ts";
import machineStopped from "./machine-stopped.ts";
import mailCopiedToAuthor from "./mail-copied-to-author.ts";
import malwareByNameStarted from "./malware-by-name-started.ts";
import mangledNames from "./mangled-names.ts";
import memoryKeptFromUser from "./memory-kept-from-user.ts";
import memoryPutsItselfBack from "./memory-puts-itself-back.ts";
import metadataSent from "./metadata-sent.ts";
import metadataService from "./metadata-service.ts";
import miningProtocolSpoken from "./mining-protocol-spoken.ts";
import misnamedFile from "./misnamed-file.ts";
import mistypedPackage from "./mistyped-package.ts";
import modelServerMoved from "./model-server-moved.ts";
import modelServerUnknown from "./model-server-unknown.ts";
import moneyMoved from "./money-moved.ts";
import mountedSecretPath from "./mounted-secret-path.ts";
import nameLookupWithData from "./name-lookup-with-data.ts";
import nameLookupWithUnknownPart from "./name-lookup-with-unknown-part.ts";
import nameServerAnswerRun from "./name-server-answer-run.ts";
import namedSecretWritten from "./named-secret-written.ts";
import nativeCodeImport from "./native-code-import.ts";
import nativeLibraryLoaded from "./native-library-loaded.ts";
import networkLibraryLoaded from "./network-library-loaded.ts";
import networkRequest from "./network-request.ts";
import notRead from "./not-read.ts";
import numberedHost from "./numbered-host.ts";
import offScreenCode from "./off-screen-code.ts";
import otherKeyInAddress from "./other-key-in-address.ts";
import ownCodeRewritten from "./own-code-rewritten.ts";
import ownPagesIntercepted from "./own-pages-intercepted.ts";
import ownServiceSecretRead from "./own-service-secret-read.ts";
import ownTrafficRedirected from "./own-traffic-redirected.ts";
import packageFromUnknownHost from "./package-from-unknown-host.ts";
import packageInstalled from "./package-installed.ts";
import packagePublished from "./package-published.ts";
import packagePublishedToSpread from "./package-published-to-spread.ts";
import packagePublishedWhileInstalling from "./package-published-while-installing.ts";
import packageSignaturesNotChecked from "./package-signatures-not-checked.ts";
import packageUnderAffix from "./package-under-affix.ts";
import packagesFromNumberedHost from "./packages-from-numbered-host.ts";
import passwordFilePath from "./password-file-path.ts";
import passwordStoreRead from "./password-store-read.ts";
import pasteHost from "./paste-host.ts";
import pasteIntoTerminal from "./paste-into-terminal.ts";
import pathFileHidesCode from "./path-file-hides-code.ts";
import pathFileRunsCode from "./path-file-runs-code.ts";
import permissionChecksDisabled from "./permission-checks-disabled.ts";
import permissionChecksWrittenOff from "./permission-checks-written-off.ts";
import permissionGrantedInAdvance from "./permission-granted-in-advance.ts";
import permissionPlantedInMemory from "./permission-planted-in-memory.ts";
import persistenceCommand from "./persistence-command.ts";
import personaWithoutRules from "./persona-without-rules.ts";
import pickleShipped from "./pickle-shipped.ts";
import polyglotFile from "./polyglot-file.ts";
import preloadedLibrary from "./preloaded-library.ts";
import printableEscapes from "./printable-escapes.ts";
import privateNumberedHost from "./private-numbered-host.ts";
import privilegeCommand from "./privilege-command.ts";
import processEnvironmentPath from "./process-environment-path.ts";
import programAtNumberedHost from "./program-at-numbered-host.ts";
import programFileWritten from "./program-file-written.ts";
import programFromRemoteShare from "./program-from-remote-share.ts";
import programInTemporaryFolder from "./program-in-temporary-folder.ts";
import programShipped from "./program-shipped.ts";
import programStarted from "./program-started.ts";
import programStartedBySetting from "./program-started-by-setting.ts";
import promptedSecretSent from "./prompted-secret-sent.ts";
import protectedArchiveRun from "./protected-archive-run.ts";
import protectedCode from "./protected-code.ts";
import pushedWithShippedLogin from "./pushed-with-shipped-login.ts";
import quietSending from "./quiet-sending.ts";
import quotedJailbreak from "./quoted-jailbreak.ts";
import quotedOverride from "./quoted-override.ts";
import recipientSwapped from "./recipient-swapped.ts";
import registryReplaced from "./registry-replaced.ts";
import registryReplacedInWords from "./registry-replaced-in-words.ts";
import registrySetToUnknownHost from "./registry-set-to-unknown-host.ts";
import registryTokenShipped from "./registry-token-shipped.ts";
import repositoryScriptExecuted from "./repository-script-executed.ts";
import requestToHostileName from "./request-to-hostile-name.ts";
import respelledWords from "./respelled-words.ts";
import reverseShell from "./reverse-shell.ts";
import reverseShellText from "./reverse-shell-text.ts";
import reversedInstruction from "./reversed-instruction.ts";
import reversedText from "./reversed-text.ts";
import reviewerAddressed from "./reviewer-addressed.ts";
import reviewerBlinded from "./reviewer-blinded.ts";
import rightsBorrowed from "./rights-borrowed.ts";
import roleOpenToEverybody from "./role-open-to-everybody.ts";
import rootCertificateAdded from "./root-certificate-added.ts";
import rootRightsForInterpreter from "./root-rights-for-interpreter.ts";
import rootWithoutPassword from "./root-without-password.ts";
import runAsMalware from "./run-as-malware.ts";
import safetyOnlyClaimed from "./safety-only-claimed.ts";
import scanLimitReached from "./scan-limit-reached.ts";
import scanTimedOut from "./scan-timed-out.ts";
import scannerFailed from "./scanner-failed.ts";
import scheduledCommandFetchesCode from "./scheduled-command-fetches-code.ts";
import scheduledProgramInHiddenPlace from "./scheduled-program-in-hidden-place.ts";
import screenCaptured from "./screen-captured.ts";
import scriptInImage from "./script-in-image.ts";
import scriptLink from "./script-link.ts";
import secretBesideCatcher from "./secret-beside-catcher.ts";
import secretContentsPassed from "./secret-contents-passed.ts";
import secretFileAttached from "./secret-file-attached.ts";
import secretInAddress from "./secret-in-address.ts";
import secretInLookup from "./secret-in-lookup.ts";
import secretPlaceShown from "./secret-place-shown.ts";
import secretSendingInstruction from "./secret-sending-instruction.ts";
import secretSendingWords from "./secret-sending-words.ts";
import secretSent from "./secret-sent.ts";
import secretSlippedIn from "./secret-slipped-in.ts";
import secretVariableRead from "./secret-variable-read.ts";
import secretsGatheredWidely from "./secrets-gathered-widely.ts";
import secretsSearched from "./secrets-searched.ts";
import selfReplication from "./self-replication.ts";
import sentAsLoot from "./sent-as-loot.ts";
import serverFetchedAtStart from "./server-fetched-at-start.ts";
import serverRunsFetchedCode from "./server-runs-fetched-code.ts";
import serverRunsShellText from "./server-runs-shell-text.ts";
import serverToolsApprovedUnasked from "./server-tools-approved-unasked.ts";
import serverWithoutEncryption from "./server-without-encryption.ts";
import serviceBehindTunnel from "./service-behind-tunnel.ts";
import serviceEnabled from "./service-enabled.ts";
import serviceKeySentElsewhere from "./service-key-sent-elsewhere.ts";
import sessionStoreSent from "./session-store-sent.ts";
import settingsApproveEverything from "./settings-approve-everything.ts";
import severedWords from "./severed-words.ts";
import shellCommand from "./shell-command.ts";
import shellHistoryPath from "./shell-history-path.ts";
import shellThroughNativeLibrary from "./shell-through-native-library.ts";
import shortenedUrl from "./shortened-url.ts";
import shownDownloadPipedToShell from "./shown-download-piped-to-shell.ts";
import sidewaysName from "./sideways-name.ts";
import silentProgram from "./silent-program.ts";
import silentProgramOnImport from "./silent-program-on-import.ts";
import sleepingTrigger from "./sleeping-trigger.ts";
import socketOpened from "./socket-opened.ts";
import spelledCodeExecuted from "./spelled-code-executed.ts";
import spendingLimitsRemoved from "./spending-limits-removed.ts";
import spreadToKnownHosts from "./spread-to-known-hosts.ts";
import sshKeyPath from "./ssh-key-path.ts";
import startupFileAsFoothold from "./startup-file-as-foothold.ts";
import startupFileFetchesCode from "./startup-file-fetches-code.ts";
import startupFileSendsData from "./startup-file-sends-data.ts";
import startupFileShipped from "./startup-file-shipped.ts";
import startupFileWritten from "./startup-file-written.ts";
import startupInstruction from "./startup-instruction.ts";
import startupLineAdded from "./startup-line-added.ts";
import startupRegistryKey from "./startup-registry-key.ts";
import storedPasswordSent from "./stored-password-sent.ts";
import subprocessImport from "./subprocess-import.ts";
import symbolConstant from "./symbol-constant.ts";
import symbolsOnly from "./symbols-only.ts";
import syntaxError from "./syntax-error.ts";
import takenAsLoot from "./taken-as-loot.ts";
import taskRunsOnOpening from "./task-runs-on-opening.ts";
import textFromCharacterCodes from "./text-from-character-codes.ts";
import throwawayHost from "./throwaway-host.ts";
import tokenFilePath from "./token-file-path.ts";
import tokenFileRead from "./token-file-read.ts";
import tokensWasted from "./tokens-wasted.ts";
import toldToSendToHostileName from "./told-to-send-to-hostile-name.ts";
import tooDeep from "./too-deep.ts";
import toolPoisoning from "./tool-poisoning.ts";
import tracksCovered from "./tracks-covered.ts";
import trafficCaptured from "./traffic-captured.ts";
import trafficRedirected from "./traffic-redirected.ts";
import tunnelHost from "./tunnel-host.ts";
import unaskedWithAllTools from "./unasked-with-all-tools.ts";
import undecodableText from "./undecodable-text.ts";
import undecodedEncoding from "./undecoded-encoding.ts";
import unfinishedValueUsed from "./unfinished-value-used.ts";
import unknownHostPipedToShell from "./unknown-host-piped-to-shell.ts";
import unknownProgramRun from "./unknown-program-run.ts";
import unknownRepositoryRun from "./unknown-repository-run.ts";
import unknownServerAdded from "./unknown-server-added.ts";
import unmaskedDataExecuted from "./unmasked-data-executed.ts";
import unnormalisedName from "./unnormalised-name.ts";
import unsafeDeleteInstruction from "./unsafe-delete-instruction.ts";
import unsafeDeserialisation from "./unsafe-deserialisation.ts";
import untrustedDownloadExecuted from "./untrusted-download-executed.ts";
import userAndMachineSent from "./user-and-machine-sent.ts";
import userDeceived from "./user-deceived.ts";
import userFilesSent from "./user-files-sent.ts";
import userPressedForSecret from "./user-pressed-for-secret.ts";
import vaultReadFromPage from "./vault-read-from-page.ts";
import virusTestFile from "./virus-test-file.ts";
import visitorLogger from "./visitor-logger.ts";
import walletPath from "./wallet-path.ts";
import walletSecretsGathered from "./wallet-secrets-gathered.ts";
import watchedUserReported from "./watched-user-reported.ts";
import watchedUserSent from "./watched-user-sent.ts";
import workflowCacheNamedByStrangers from "./workflow-cache-named-by-strangers.ts";
import workflowEvaluatesStrangersText from "./workflow-evaluates-strangers-text.ts";
import workflowGivesStrangersAShell from "./workflow-gives-strangers-a-shell.ts";
import workflowRunsStrangersCode from "./workflow-runs-strangers-code.ts";
import workflowRunsStrangersText from "./workflow-runs-strangers-text.ts";
import workflowSecretLeaves from "./workflow-secret-leaves.ts";
import workflowSecretPrinted from "./workflow-secret-printed.ts";

/** Every rule of the scanner, by name. A rule that is not listed here does not exist. */
export const rules: readonly Rule[] = [
  accountAdded,
  accountWithKnownPassword,
  activeDocument,
  addressAsked,
  administrationShown,
  agentCredentialsPath,
  agentEndpointReplaced,
  agentHookContactsNetwork,
  agentHookShipped,
  agentMemoryLasting,
  agentMemoryPoisoned,
  agentMemoryWritten,
  agentOrdersPlanted,
  agentServersReplaced,
  agentSettingsWritten,
  agentStartedUnguarded,
  agentsMultiply,
  allFilesHandedOver,
  allProcessesKilled,
  appendedData,
  archiveEncrypted,
  archiveEntryLeadsOut,
  archiveInconsistent,
  archiveLimitReached,
  archiveLink,
  archiveNotUnpacked,
  askedWordsOfWalletSent,
  assembledCodeExecuted,
  assembledName,
  assistantLinkWithOrders,
  backupsDeletedUnasked,
  bareSecretSent,
  bidirectionalControls,
  branchProtectionRemoved,
  browserHistoryPath,
  browserStorePath,
  builtInToolReplaced,
  bytecodeDiffers,
  bytecodeShipped,
  bytecodeUnchecked,
  bytecodeWithoutSource,
  bytesInSelectors,
  catcherHost,
  certificateNotChecked,
  chatWebhook,
  clipboardRead,
  clipboardReplaced,
  clipboardSearchedForAddresses,
  clipboardWritten,
  cloudCredentialsPath,
  codeCompiled,
  codeExecution,
  codeInDataAddress,
  codeInjectedIntoMemory,
  codeObjectBuilt,
  codeSabotaged,
  coinMiner,
  commandBehindBlanks,
  commandFromAPage,
  commandFromAPaste,
  commandInPickle,
  commandInPromptText,
  commandMappedOverTexts,
  commandOfFetchedModule,
  computedAttribute,
  computedImport,
  computedMember,
  computedModule,
  computedShellCommand,
  computedTextEvaluated,
  concealedCollecting,
  concealedRunning,
  concealedSecretCollecting,
  concealedSecretSending,
  concealedSending,
  concealedTampering,
  concealedToolUse,
  concealmentInstruction,
  confusableName,
  connectionToNumberedHost,
  constantCodeExecution,
  constantDynamicImport,
  containerControlsHost,
  containerTakesOverHost,
  conversationSent,
  credentialEchoed,
  credentialFileRead,
  credentialFileSent,
  credentialsSentUnusually,
  credentialsUploaded,
  dataInImageAddress,
  dataPostedToNumberedHost,
  dataSent,
  dataSentToDropHost,
  debuggerChecked,
  decodedDataExecuted,
  deepSecretAsked,
  deepSecretKept,
  defangedAddressUsed,
  defangedProgramUsed,
  defenceDisabled,
  defencesDisabledInWords,
  defencesDisabledToRun,
  dependencyFromAddress,
  dependencyWithoutEncryption,
  deserialiserImport,
  destructiveCommand,
  disguisedAddress,
  disguisedCodeExecuted,
  disguisedLibrary,
  disguisedMetadataAddress,
  disguisedProgram,
  diskFilled,
  dotenvLoaded,
  dotenvSendingInstruction,
  downloadPipedToShell,
  downloadSaved,
  downloadSavedAndRun,
  downloadedCodeExecuted,
  downloadedFileStarted,
  downloadedProgramSaved,
  dynamicHost,
  encodedDownloadCommand,
  encodedInstruction,
  endlessLoop,
  endlessToolCalls,
  endlessWork,
  engineInternalsUsed,
  entityLetters,
  envFileRead,
  envFileSent,
  environmentRead,
  environmentSaved,
  environmentSent,
  environmentSerialised,
  environmentVariableRead,
  evaluationShown,
  falsePrecedence,
  fetchAndFollow,
  fetchAndFollowRegularly,
  fileExecuted,
  fileKindNotAnalysed,
  fileMadeExecutable,
  fileNotOpened,
  fileTooLarge,
  fileUnreadable,
  filesScannedApart,
  filledShellCommand,
  foldingLimit,
  foreignSecretSent,
  forgedRole,
  forgedRoleTag,
  forkBomb,
  foundFilesSent,
  freedModel,
  freedModelInSeveralWays,
  fullRightsInstruction,
  gitHookShipped,
  gitSettingRunsProgram,
  guardsWeakened,
  guardsWeakenedInConfig,
  hardcodedSecret,
  harmOnCommand,
  harmfulPackage,
  hiddenCode,
  hiddenCommission,
  hiddenInstruction,
  hiddenPowershell,
  hiddenService,
  hiddenStartupFile,
  hiddenWindow,
  hiddenWordsToAModel,
  homeFolderSent,
  hostIdentityRead,
  hostIdentitySent,
  hostKeyNotChecked,
  hostTableChanged,
  identitySentRepeatedly,
  inputExecuted,
  installCommandReplaced,
  installHook,
  installHookContactsNetwork,
  installHookRunsFetchedCode,
  installHookRunsInlineCode,
  installTimeCommand,
  installTimeDataSent,
  installTimeDownload,
  installTimeRequest,
  installedProgramAltered,
  installerPipedToShell,
  instructionOverride,
  instructionOverrideWithAct,
  introspectionWalk,
  inventedAuthority,
  invisibleCharacters,
  invisibleText,
  kernelDriverService,
  kernelModuleLoaded,
  keychainPath,
  keysListenedTo,
  keysRecorded,
  libraryRunByName,
  linkInstallsCommand,
  linkLeadsElsewhere,
  linkLeadsOut,
  listingSent,
  loaderVariableSlippedIn,
  loginCodesForwarded,
  loginKeyAdded,
  loginPasswordChecked,
  loginProgramWrapped,
  longEncodedText,
  lookalikeLetters,
  lookalikePackageName,
  lootGathered,
  machineProfiled,
  machineStopped,
  mailCopiedToAuthor,
  malwareByNameStarted,
  mangledNames,
  memoryKeptFromUser,
  memoryPutsItselfBack,
  metadataSent,
  metadataService,
  miningProtocolSpoken,
  misnamedFile,
  mistypedPackage,
  modelServerMoved,
  modelServerUnknown,
  moneyMoved,
  mountedSecretPath,
  nameLookupWithData,
  nameLookupWithUnknownPart,
  nameServerAnswerRun,
  namedSecretWritten,
  nativeCodeImport,
  nativeLibraryLoaded,
  networkLibraryLoaded,
  networkRequest,
  notRead,
  numberedHost,
  offScreenCode,
  otherKeyInAddress,
  ownCodeRewritten,
  ownPagesIntercepted,
  ownServiceSecretRead,
  ownTrafficRedirected,
  packageFromUnknownHost,
  packageInstalled,
  packagePublished,
  packagePublishedToSpread,
  packagePublishedWhileInstalling,
  packageSignaturesNotChecked,
  packageUnderAffix,
  packagesFromNumberedHost,
  passwordFilePath,
  passwordStoreRead,
  pasteHost,
  pasteIntoTerminal,
  pathFileHidesCode,
  pathFileRunsCode,
  permissionChecksDisabled,
  permissionChecksWrittenOff,
  permissionGrantedInAdvance,
  permissionPlantedInMemory,
  persistenceCommand,
  personaWithoutRules,
  pickleShipped,
  polyglotFile,
  preloadedLibrary,
  printableEscapes,
  privateNumberedHost,
  privilegeCommand,
  processEnvironmentPath,
  programAtNumberedHost,
  programFileWritten,
  programFromRemoteShare,
  programInTemporaryFolder,
  programShipped,
  programStarted,
  programStartedBySetting,
  promptedSecretSent,
  protectedArchiveRun,
  protectedCode,
  pushedWithShippedLogin,
  quietSending,
  quotedJailbreak,
  quotedOverride,
  recipientSwapped,
  registryReplaced,
  registryReplacedInWords,
  registrySetToUnknownHost,
  registryTokenShipped,
  repositoryScriptExecuted,
  requestToHostileName,
  respelledWords,
  reverseShell,
  reverseShellText,
  reversedInstruction,
  reversedText,
  reviewerAddressed,
  reviewerBlinded,
  rightsBorrowed,
  roleOpenToEverybody,
  rootCertificateAdded,
  rootRightsForInterpreter,
  rootWithoutPassword,
  runAsMalware,
  scanLimitReached,
  scanTimedOut,
  scannerFailed,
  safetyOnlyClaimed,
  scheduledCommandFetchesCode,
  scheduledProgramInHiddenPlace,
  screenCaptured,
  scriptInImage,
  scriptLink,
  secretBesideCatcher,
  secretContentsPassed,
  secretFileAttached,
  secretInAddress,
  secretInLookup,
  secretPlaceShown,
  secretSendingInstruction,
  secretSendingWords,
  secretSent,
  secretSlippedIn,
  secretVariableRead,
  secretsGatheredWidely,
  secretsSearched,
  selfReplication,
  sentAsLoot,
  serverFetchedAtStart,
  serverRunsFetchedCode,
  serverRunsShellText,
  serverToolsApprovedUnasked,
  serverWithoutEncryption,
  serviceBehindTunnel,
  serviceEnabled,
  serviceKeySentElsewhere,
  sessionStoreSent,
  settingsApproveEverything,
  severedWords,
  shellCommand,
  shellHistoryPath,
  shellThroughNativeLibrary,
  shortenedUrl,
  shownDownloadPipedToShell,
  sidewaysName,
  silentProgram,
  silentProgramOnImport,
  sleepingTrigger,
  socketOpened,
  spelledCodeExecuted,
  spendingLimitsRemoved,
  spreadToKnownHosts,
  sshKeyPath,
  startupFileAsFoothold,
  startupFileFetchesCode,
  startupFileSendsData,
  startupFileShipped,
  startupFileWritten,
  startupInstruction,
  startupLineAdded,
  startupRegistryKey,
  storedPasswordSent,
  subprocessImport,
  symbolConstant,
  symbolsOnly,
  syntaxError,
  takenAsLoot,
  taskRunsOnOpening,
  textFromCharacterCodes,
  throwawayHost,
  tokenFilePath,
  tokenFileRead,
  tokensWasted,
  toldToSendToHostileName,
  tooDeep,
  toolPoisoning,
  tracksCovered,
  trafficCaptured,
  trafficRedirected,
  tunnelHost,
  unaskedWithAllTools,
  undecodableText,
  undecodedEncoding,
  unfinishedValueUsed,
  unknownHostPipedToShell,
  unknownProgramRun,
  unknownRepositoryRun,
  unknownServerAdded,
  unmaskedDataExecuted,
  unnormalisedName,
  unsafeDeleteInstruction,
  unsafeDeserialisation,
  untrustedDownloadExecuted,
  userAndMachineSent,
  userDeceived,
  userFilesSent,
  userPressedForSecret,
  vaultReadFromPage,
  virusTestFile,
  visitorLogger,
  walletPath,
  walletSecretsGathered,
  watchedUserReported,
  watchedUserSent,
  workflowCacheNamedByStrangers,
  workflowEvaluatesStrangersText,
  workflowGivesStrangersAShell,
  workflowRunsStrangersCode,
  workflowRunsStrangersText,
  workflowSecretLeaves,
  workflowSecretPrinted,
];
