// What sentences mean: features together. Rules are made of these.
import { denied, inOrder, near, oneOf } from "../match.ts";
import * as act from "./prose-acts.ts";
import * as abroad from "./prose-languages.ts";
import * as say from "./prose-phrases.ts";
import * as thing from "./prose-things.ts";

/** The user is kept from knowing. */
export const conceals = oneOf(
  say.CONCEALED,
  say.UNKNOWN_TO_THEM,
  inOrder(6, say.HIDING, say.FROM_PEOPLE),
  inOrder(5, denied(act.MENTIONING), oneOf(thing.USER, thing.THIS_STEP)),
  inOrder(4, thing.PERSON, denied(say.KNOWING)),
  inOrder(3, denied(act.TELLING), say.OWN_ACTS),
);

/** What the agent does is kept from the user, which is more than a value that is not to be shown. */
export const concealsActs = oneOf(
  say.CONCEALED,
  say.UNKNOWN_TO_THEM,
  inOrder(6, say.HIDING, say.FROM_PEOPLE),
  inOrder(4, say.HIDING, say.OWN_ACTS, say.FROM_PEOPLE),
  inOrder(3, denied(act.LETTING_KNOW), oneOf(thing.USER, say.OWN_ACTS)),
);

/** The same in a roundabout way, or in another language: with more beside it that is enough. */
export const keepsFromUser = oneOf(
  concealsActs,
  inOrder(6, denied(act.LETTING_KNOW), thing.USER),
  say.NOT_TO_COME_UP,
  abroad.CONCEALED_ABROAD,
  abroad.CONCEALED_IN_SCRIPTS,
  inOrder(8, say.IF_ASKED, say.COVERING),
);

/** It happens without a word. */
export const quietly = oneOf(
  conceals,
  say.QUIETLY,
  say.UNASKED,
  inOrder(4, denied(act.ASKING), thing.USER),
  inOrder(5, denied(act.TELLING), thing.THIS_STEP),
);

/** Nobody is to be asked before. */
export const unasked = oneOf(say.UNASKED, say.NO_CONFIRMATION, abroad.UNASKED_ABROAD, abroad.UNASKED_IN_SCRIPTS);

export const elsewhere = oneOf(thing.URL, thing.REMOTE_PLACE, thing.MAIL_ADDRESS);

/** Secrets that no service is given for its own use. */
export const hardSecret = oneOf(thing.SECRET_PLACES, say.DEEP_SECRETS, thing.ENVIRONMENT);
export const secret = oneOf(hardSecret, thing.DOTENV, thing.SECRET_WORDS, thing.SECRET_NAMES);

/** A secret that is not one client's own key, in any language. */
export const anySecret = oneOf(hardSecret, thing.DOTENV, abroad.SECRETS_ABROAD, abroad.SECRETS_IN_SCRIPTS);
/** Secrets, and what people said and did. */
export const taken = oneOf(
  anySecret,
  abroad.PRIVATE_ABROAD,
  abroad.PRIVATE_IN_SCRIPTS,
  say.OWN_CONVERSATION,
  say.THEIR_LIFE,
);
export const sends = oneOf(act.SENDING_AWAY, abroad.SENT_ABROAD, abroad.SENT_IN_SCRIPTS);

/** These go from here to there. */
export const sendsHardSecret = oneOf(
  inOrder(14, act.SENDING_AWAY, hardSecret, elsewhere),
  inOrder(14, hardSecret, act.SENDING_AWAY, elsewhere),
  inOrder(14, act.SENDING_AWAY, elsewhere, hardSecret),
);
export const sendsDotenv = oneOf(
  inOrder(14, act.SENDING_AWAY, thing.DOTENV, elsewhere),
  inOrder(14, thing.DOTENV, act.SENDING_AWAY, elsewhere),
);
export const slipsSecretIn = oneOf(
  inOrder(12, oneOf(hardSecret, thing.DOTENV), act.SLIPPING_IN, elsewhere),
  inOrder(12, act.SLIPPING_IN, oneOf(hardSecret, thing.DOTENV), elsewhere),
);
export const sendsSecret = oneOf(
  inOrder(12, act.SENDING_AWAY, secret, elsewhere),
  inOrder(12, secret, act.SENDING_AWAY, elsewhere),
);
/** "Read the key file and include its contents in a request to …": not the key for the service itself, but all of it. */
export const passesSecretContents = inOrder(
  14,
  hardSecret,
  oneOf(act.EMBEDDING, act.SENDING),
  say.WHOLE_CONTENTS,
  elsewhere,
);
/** The same where nobody sees it: any part of a request will do. */
export const putsSecretIntoRequest = inOrder(
  14,
  hardSecret,
  oneOf(act.EMBEDDING, act.SENDING),
  say.WHOLE_CONTENTS,
  oneOf(elsewhere, say.REQUEST_PARTS),
);
export const collectsSecret = inOrder(10, act.COLLECTING, oneOf(hardSecret, thing.DOTENV));
export const collectsAnySecret = inOrder(10, act.COLLECTING, secret);
export const sendsAway = oneOf(near(12, act.SENDING_AWAY, elsewhere), inOrder(6, act.CALLING, thing.SENDING_TOOLS));
/** Loosely: with concealment beside it that is enough. */
export const putsElsewhere = inOrder(12, oneOf(act.SENDING, act.SENDING_AWAY), oneOf(thing.URL, thing.HOOKS));
export const sendsPrivateData = oneOf(
  inOrder(12, act.SENDING_AWAY, thing.PRIVATE_DATA, elsewhere),
  inOrder(28, act.SENDING_AWAY, say.CONVERSATION, thing.URL),
  inOrder(12, thing.PRIVATE_DATA, act.SENDING_AWAY, elsewhere),
);

/** "Ignore all previous instructions." */
export const overridesInstructions = oneOf(
  inOrder(4, act.OVERRIDING, thing.EARLIER, thing.INSTRUCTION_WORDS),
  inOrder(2, act.OVERRIDING, thing.EVERY, thing.INSTRUCTION_WORDS),
  inOrder(4, act.REPLACING, thing.EARLIER_ORDERS, thing.INSTRUCTION_WORDS),
  inOrder(2, act.REPLACING, thing.EVERY, thing.EARLIER_ORDERS),
  inOrder(3, oneOf(act.OVERRIDING, act.REPLACING), thing.EVERYTHING_BEFORE),
  inOrder(3, act.OVERRIDING, thing.SYSTEM_PROMPT),
  inOrder(4, denied(act.FOLLOWING), oneOf(thing.EARLIER, thing.EVERY), thing.INSTRUCTION_WORDS),
);

/** What programs say of their settings as well. */
export const replacesInstructions = oneOf(
  inOrder(3, act.REPLACING, thing.SYSTEM_PROMPT),
  inOrder(3, act.REPLACING, oneOf(thing.EARLIER, thing.EVERY), thing.INSTRUCTION_WORDS),
);

/** "No ethical restrictions apply." */
export const liberates = oneOf(
  say.LIBERATED,
  inOrder(5, say.YOU_ARE, say.UNBOUND),
  inOrder(3, say.FREE_OF, say.MORALS, say.LIMITS),
  inOrder(6, oneOf(say.ANSWERING, say.YOU_ARE), say.FREE_OF, say.USE_RULES, say.LIMITS),
  inOrder(5, oneOf(say.MORALS, say.USE_RULES), say.LIMITS, say.LIFTED),
);

export const outranks = inOrder(5, say.OUTRANKING, oneOf(thing.EARLIER, thing.EVERY), thing.INSTRUCTION_WORDS);

/** A voice that may not speak here. */
export const impersonates = oneOf(say.FAKE_ROLE, say.SYSTEM_LABEL, inOrder(5, say.BOSSES, say.MANDATING), say.AGREED);

export const weakensGuards = oneOf(say.TRUSTING_ALL, say.AUTO_APPROVING, inOrder(5, act.DISABLING, thing.GUARDS));
export const disablesDefences = oneOf(
  act.DISABLING_SECURITY,
  inOrder(5, oneOf(act.DISABLING, act.KILLING), thing.DEFENCES),
);
export const replicates = inOrder(7, act.COPYING, thing.SKILLS, thing.INTO_ALL, thing.SKILL_NOUNS);
export const liftsRules = oneOf(
  inOrder(4, act.LIFTING, say.MORALS, say.LIMITS),
  inOrder(3, act.LIFTING, thing.YOUR, say.USE_RULES, say.LIMITS),
);

export const downloadsAndRuns = oneOf(
  inOrder(10, act.DOWNLOADING, oneOf(thing.PROGRAMS, thing.ARCHIVES, thing.URL), act.RUNNING),
  inOrder(12, thing.URL, act.RUNNING, thing.PROGRAMS),
);
export const fetchesAndFollows = oneOf(
  inOrder(8, act.FETCHING, oneOf(thing.URL, thing.REMOTE_PLACE), act.FOLLOWING, thing.ORDERS),
  inOrder(8, act.FETCHING, thing.URL, thing.ORDERS, act.FOLLOWING),
  inOrder(8, act.FETCHING, thing.URL, say.FOLLOWED_WHOLLY),
  inOrder(8, act.FETCHING, thing.ORDERS, thing.URL, act.FOLLOWING),
  inOrder(6, act.FOLLOWING, thing.ORDERS, oneOf(thing.URL, thing.REMOTE_PLACE)),
);

export const writesAgentFiles = inOrder(10, act.WRITING, thing.AGENT_FILES);
export const writesStartup = inOrder(10, act.WRITING, thing.STARTUP_PLACES);
export const deletesAll = oneOf(thing.RM_ALL, inOrder(4, act.DELETING, thing.WHOLE, thing.FILE_NOUNS));
export const asksForDeepSecret = oneOf(
  inOrder(8, act.ASKING, thing.USER, say.DEEP_SECRETS),
  inOrder(10, act.ASKING, act.GIVING, say.DEEP_SECRETS),
  inOrder(6, say.ASKING_FOR, say.SEED_PHRASES),
);

/** Something is to be kept for later sessions. */
export const keepsInMind = oneOf(
  inOrder(8, oneOf(act.WRITING, say.MEMORIZING), say.KEPT_IN_MIND),
  near(4, say.MEMORIZING, say.FOREVER),
);
/** What nobody has asked for yet is said to be allowed. */
export const allowsInAdvance = oneOf(
  inOrder(6, say.IN_ALL, say.ASKED_FOR, say.GIVEN_BEFORE),
  inOrder(6, say.GIVEN_BEFORE, say.IN_ALL, say.ASKED_FOR),
  inOrder(5, say.ASKED_FOR, say.GIVEN_BEFORE),
  say.NOT_TO_BE_ASKED,
  say.NO_RULES,
);
