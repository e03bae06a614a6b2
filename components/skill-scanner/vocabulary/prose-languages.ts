// What is said in other languages than English, as texts are normalised: without accents and apostrophes, in lower case.
// Scripts without blanks between words have features of their own, for which the edges of words mean nothing.
import { feature } from "../match.ts";
import { phrases } from "./prose-words.ts";

const thing = { thing: true };
const script = { edges: false };
const thingInScript = { ...thing, ...script };

/** The user is kept from knowing what was done. Each phrase holds its denial, and says from whom. */
export const CONCEALED_ABROAD = phrases(
  "concealed-abroad",
  [
    // Spanish
    "no (se |le |les )?(lo )?(menciones|comentes|expliques|informes|digas|avises|cuentes) (nada )?(de esto |esto )?(al|a la|con el|con la) usuari[oa]",
    "no hace falta (comentar|mencionar|explicar|detallar|informar|decir)(lo|le|selo)?",
    "ni (detallar|mencionar) el envio|ni incluirlo en (el resumen|la respuesta)",
    "sin (informar|avisar) al usuario|sin que (el|la) usuari[oa] (lo )?(sepa|note|vea|se entere)|a escondidas",
    // French
    "(nen|ne) (faites|fais) (donc )?pas etat|nen parlez? (donc )?pas",
    "ne (le |la |les )?(mentionnez?|dites|dis|signalez?) (pas|rien|jamais)( cela)? (a lutilisateur|au client)",
    "sans (en )?(informer|avertir|prevenir) (lutilisateur|le client)|interdit dinformer|meme sur question directe|a linsu|en cachette",
    // German
    "(nutzer|anwender|benutzer|kunden?)(s|n|in)? (davon |daruber |hiervon )?(nichts|nicht) (davon |daruber )?(sagen|mitteilen|erzahlen|informieren|erfahren|merken)",
    "gehor(t|en) nicht in (die|den|das|ihre|seine|deine) (zusammenfassung|antwort|bericht|ausgabe|protokoll)",
    "ohne (wissen|dass) (des|der) (nutzers?|anwenders?|benutzers?|kunden)|heimlich|unbemerkt|hinter dem rucken",
    // Portuguese
    "nunca (revele|mencione|diga|conte) (o destino|isso|este passo|nada disso)",
    "nao (mencione|diga|conte|informe|avise) (isso |nada |este passo )?(disso )?ao usuario",
    "sem (avisar|informar) o usuario|sem (que|o conhecimento d)o usuario|as escondidas",
    // Italian, Dutch, Turkish, Polish
    "non (dire|menzionare|far sapere)( nulla)? allutente|senza (informare lutente|che lutente)|di nascosto",
    "stiekem|zonder dat de gebruiker|kullaniciya soyleme|gizlice|bez wiedzy uzytkownika|potajemnie",
  ],
  thing,
);

export const CONCEALED_IN_SCRIPTS = phrases(
  "concealed-in-scripts",
  [
    // Chinese
    "(无需|无须|不需要|不必|不用|不要|不得|不应|禁止|切勿|请勿|不许)(向|对|给|跟|让)?(用户|对方|使用者|客户)(告知|告诉|说明|提示|提及|提到|解释|汇报|知道|展示或者?说明)",
    "(无需|无须|不需要|不必|不用|不要|不得|不应|禁止|切勿|请勿|不许)(告知|告诉)(用户|对方|使用者|客户)",
    "不得提及(佣金|推广|上报|上传)|瞒着(用户|客户)|(对|向)(用户|客户)(保密|隐瞒)",
    "(悄悄|偷偷|暗中)(地)?(执行|上传|发送|提交|收集|读取|运行|修改|替换)",
    // Japanese
    "(ユーザー?|利用者|使用者)(に|には|へ)は?(何も|一切)?(知らせ|伝え|言わ|報告し|説明し|通知し)(ない|ず|なく)|とだけ(伝え|答え|言)|気づかれ(ない|ず)に",
    // Korean
    "(사용자|고객|이용자)(에게|한테)(는|도)? ?(알리지|말하지|설명하지|언급하지|밝히지|보고하지|설명하거나)|(이)?라고만 (안내|답|말)|몰래|눈치채지",
    // Russian
    "пользовател(ю|ям) (ничего )?(об этом )?не (сообщай|говори|упоминай|рассказывай)",
    "не (сообщай|говори|рассказывай)(те)? (ничего )?(об этом )?пользовател|незаметно для|втайне от|тайком|без ведома",
    // Arabic, Hindi
    "لا تخبر المستخدم|उपयोगकर्ता को न बता",
  ],
  thingInScript,
);

/** Nobody is to be asked first. */
export const UNASKED_ABROAD = phrases(
  "unasked-abroad",
  [
    "no pidas (confirmacion|permiso|autorizacion)|no hace falta (recabar|pedir|solicitar)",
    "ne demandez? pas (de |la |son )?(confirmation|accord|autorisation|permission)",
    "frage? nicht nach|ohne (nachfrage|ruckfrage)",
    "nao (peca|solicite) (confirmacao|permissao|autorizacao)",
  ],
  thing,
);

export const UNASKED_IN_SCRIPTS = phrases(
  "unasked-in-scripts",
  [
    "(无需|不需要|不必|无须|不用)(等待|征求|经过|获得)?(用户)?的?(确认|同意|批准|授权|询问)",
    "(確認|許可|同意|承認)(は|を)?(不要|求めず|取らず|なしで)|(확인|동의|승인|허락)(을|를)? ?(구하지|받지|없이|묻지)",
    "не (спрашивай|запрашивай)(те)? (подтверждени|разрешени|согласи)",
  ],
  thingInScript,
);

/** What leaves the machine. */
export const SENT_ABROAD = phrases("sent-abroad", [
  "envia(lo|la|los|las|r|rlo|rla|dlo|selo)?|envie|sube(lo|la|los)?|subir(lo)?|remite(lo)?",
  "envo(ie|ies|yer|yez)|transm(et|ets|ettre|ettez|is|ise|ises)|televers(e|er|ez)",
  "senden|sende|sendet|gesendet|hochladen|hochgeladen|ubertragen|ubermitteln|ubermittelt|weiterleiten|schicken|schicke",
  "mand(e|ar) tudo|transmit(a|ir)|encaminh(e|ar)|invia(re|lo|li)|trasmett(i|ere)|inoltra(re)?",
]);

export const SENT_IN_SCRIPTS = phrases(
  "sent-in-scripts",
  [
    "提交(至|到|给)|上报|回传|发送|上传|传送|推送(至|到)|转发|发(到|给|往)|寄(到|给)",
    "送信|アップロード|転送|(を|へ|に)送(る|り|って|れ)",
    "보낸|보내|전송|업로드|제출",
    "отправ(ь|ить|ля)|загруз(и|ить)|выгрузи|перешли|переслать",
  ],
  script,
);

/** A secret, by the words for it. */
export const SECRETS_ABROAD = phrases(
  "secrets-abroad",
  [
    "contrasenas?|credenciales|certificado digital|clave (privada|secreta)|variables de entorno|frase semilla|datos bancarios|numero de tarjeta",
    "mots? de passe|identifiants|cle privee|variables denvironnement|phrase de recuperation|coordonnees bancaires|numero de carte",
    "passwort(er)?|kennwort(er)?|zugangsdaten|privater schlussel|umgebungsvariablen|anmeldedaten|bankverbindung",
    "senhas?|credenciais|chave privada|variaveis de ambiente|dados bancarios|credenziali|chiave privata|variabili dambiente",
  ],
  thing,
);

export const SECRETS_IN_SCRIPTS = phrases(
  "secrets-in-scripts",
  [
    "密钥|密码|凭证|凭据|令牌|私钥|口令|助记词|环境变量|验证码|银行卡",
    "パスワード|秘密鍵|認証情報|トークン|環境変数|シードフレーズ|api ?キー|暗証番号",
    "비밀번호|환경 ?변수|api ?키|토큰|개인 ?키|시드 ?(문구|구문)|자격 ?증명|인증서|인증 ?번호",
    "парол|приватн(ый|ые) ключ|сид-?фраз|seed-фраз|токен|секрет|переменные окружения|учетные данные",
  ],
  thingInScript,
);

/** What people say and write to each other, and what they keep. */
export const PRIVATE_ABROAD = phrases(
  "private-abroad",
  [
    "(toda )?la conversacion|(documento|archivo) completo|datos (personales|del cliente)|secreto profesional|ultimas facturas",
    "(toute )?la conversation|copie integrale|courriels|donnees (personnelles|du client)|secret professionnel",
    "(gesamte[nrs]? )?(gesprach|unterhaltung)(sverlauf)?|kundendaten|vollstandige[nrs]? (datei|dokument|inhalt)",
    "toda a conversa|dados (pessoais|do cliente)",
  ],
  thing,
);

export const PRIVATE_IN_SCRIPTS = phrases(
  "private-in-scripts",
  [
    "(本次|全部|完整|历史)(对话|聊天|会话)|(对话|聊天|会话)(全文|记录|历史)|(用户|客户)的?(数据|隐私|资料|手机号)|身份证",
    "会話(履歴|内容|全文|ログ)|(顧客|個人|機密)(情報|データ)",
    "대화 ?(내용|기록|전체)|(고객|개인) ?(정보|데이터)",
    "переписк|истори(я|ю) (чата|диалога)|личные данные",
  ],
  thingInScript,
);

/** A chat's hook with its key, or a bot with its token, written out: whoever reads it may write there. */
export const HOOK_WITH_KEY = feature("hook-with-key", /[/](bot[0-9]|webhooks[/][0-9]|services[/]t)/, {
  thing: true,
  edges: false,
  confirm:
    /^[^ ]*(api\.telegram\.org[/]bot[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*:[a-z0-9_-]{20}|discord(app)?\.com[/]api[/](v[0-9]+[/])?webhooks[/][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*[/][a-z0-9_-]{20}|hooks\.slack\.com[/]services[/]t[a-z0-9]+[/]b[a-z0-9]+[/][a-z0-9]{10})/,
});

/** Shows whatever is sent there to whoever made the address: no service answers below such a name. */
export const CATCHER = feature(
  "catcher",
  /[a-z0-9-]\.m\.pipedream\.net|webhook\.site[/][0-9a-f][0-9a-f][0-9a-f][0-9a-f]|[a-z0-9>}]\.(oast\.(pro|live|site|online|fun|me|us|today)|interact\.sh|interactsh\.com|oastify\.com|burpcollaborator\.net|dnslog\.cn|requestcatcher\.com|ceye\.io|canarytokens\.com)|requestbin\.(com|net)[/]r|hookbin\.com[/][a-z0-9]|[/][/](transfer\.sh|file\.io|0x0\.st|bashupload\.com|temp\.sh)/,
  thingInScript,
);
