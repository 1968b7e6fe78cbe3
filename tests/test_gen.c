// SPDX-License-Identifier: MIT
// What the generator refuses: for each mistake in otherwise good data, the report in full.

#define _POSIX_C_SOURCE 200809L

#include <string.h>

#include "data.h"
#include "support.h"
#include "translation.h"

#define W5 "one two three four five "
#define W25 W5 W5 W5 W5 "one two three four five."
#define LONG "description: " W25 "\nwhen_seen: " W25 "\nresolution: " W5 W25 "\n"
#define TELEPHONE \
	"cause: 17\nsummary: a\naction: a\ndescription: " W25 "\nresolution: " W25 "\n\n" \
	"warning: 304\nsummary: a\naction: a\ndescription: " W25 "\nresolution: " W25 "\n\n" \
	"protocol: Q.850\nsummary: a\ndescription: " W25 "\n\nreason: Q.850 200\nsummary: a\naction: a\n\n"
#define SEND "send_when: " W5 W5 W5 "six\n"

enum { CLASSES, CODES, PAIRS, FLOWS, CAUSES, WARNINGS, STACKS, REGISTRY, ENGLISH, OTHER, DOCUMENTS };

static const char *const names[DOCUMENTS] = { "classes.txt", "codes.txt",    "pairs.txt",  "flows.txt",
	                                      "causes.txt",  "warnings.txt", "stacks.txt", "registry.txt",
	                                      "en.txt",      "fr.txt" };

static const char *const good[DOCUMENTS] = {
	"class: 4xx\nname: request-failure\nfinal: yes\nfork: hold [RFC 3261 16.7]\nack: hop\n"
	"scope: server\nunknown: 400 [RFC 3261 8.1.3.2]\n",
	"# facts\n\n"
	"code: 480\nphrase: Temporarily Unavailable\nstatus: registered\nreference: RFC 3261 21.4.18\n"
	"methods: any\nretry: later [RFC 3261 21.4.18]\nfailover: no [RFC 3261 21.4.18]\n"
	"dialog_effect: usage [RFC 5057 5.1]\n\n"
	"code: 486\nphrase: Busy Here\nstatus: registered\nreference: RFC 3261 21.4.24\nmethods: INVITE\n"
	"sent_by: uas, gateway\nheaders_may: Retry-After\nretry: later [RFC 3261 21.4.24]\n"
	"failover: no [RFC 3261 21.4.24]\ndialog_effect: transaction [RFC 5057 5.1]\n"
	"q850: 17 [RFC 3398 8.2.6.1]\nvariant: - | All Busy | a carrier [A carrier's manual]\n",
	"pair: 480 486\nsources: RFC 3261 21.4.18\n",
	"flow: 486 480\nreference: RFC 3665 3.9\nactors: A caller, B1 phone\nstep: A > B1 | INVITE | SDP\n"
	"step: B1 > A | * INVITE\nstep: A > B1 | ACK\n",
	"protocol: Q.850\nreference: RFC 3326\n\n"
	"cause: 17\nphrase: User busy\nalias: Busy [x]\nclass: normal\nreference: Q.850\nsip: 486 [RFC 3398 "
	"7.2.4.1]\n\n"
	"reason: Q.850 200\nphrase: None\n",
	"warning: 304\nphrase: Media type not available\nreference: RFC 3261 20.43\ncodes: 480, 486 [x]\n",
	"stack: Asterisk\ncause: 486 17 [a.c]\ncode: 17 480 [a.c]\nrewrite: 480 486 [a.c]\n",
	"registry: 2026-07-30\n480: Temporarily Unavailable [RFC3261]\n486: Busy Here [RFC3261]\n",
	"language: en\n\nclass: 4xx\nsummary: the request failed\ndescription: " W25 "\n\n"
	"code: 480\nsummary: nobody answers\naction: Try later.\n" LONG SEND "\n"
	"code: 486\nsummary: the phone is busy\naction: Try later.\n" LONG SEND "\n"
	"variant: 486 All Busy\nsummary: all lines are busy\naction: Try later.\n" LONG "\n"
	"pair: 480 486\nsentence: " W5 W5 "six.\ndifference: " W5 "six seven eight.\nsend_first: " W5 "six.\n"
	"send_second: " W5 "six.\nreceive_first: " W5 "six.\nreceive_second: " W5 "six.\n\n"
	"flow: 486\ntitle: the phone is busy\n\n" TELEPHONE
	"words: messages\nmessage.empty: nothing\nmessage.full: everything {a}\n",
	"",
};

struct gen_case {
	const char *name;
	int document;
	const char *find, *replace; /* the first place only; NULL finds the end */
	const char *report;
};

#define FR_TEXTS \
	"language: fr\n\nclass: 4xx\nsummary: a\ndescription: " W25 "\n\n" \
	"code: 480\nsummary: a\naction: a\n" LONG SEND "\ncode: 486\nsummary: a\naction: a\n" LONG SEND "\n" \
	"variant: 486 All Busy\nsummary: a\naction: a\n" LONG "\npair: 480 486\nsentence: " W5 W5 "a\n" \
	"difference: " W5 W5 "a\nsend_first: " W5 "a\nsend_second: " W5 "a\nreceive_first: " W5 \
	"a\nreceive_second: " W5 "a\n\nflow: 486\ntitle: a\n\n" TELEPHONE "words: messages\n"

static const struct gen_case cases[] = {
	{ "good data", CODES, NULL, "", "" },
	{ "no line end at the end", CODES, "manual]\n", "manual]", "" },
	{ "a comment within a stanza", CODES, "retry: later", "# why\nretry: later", "" },
	{ "a value that goes on", CODES, "sent_by: uas, gateway", "sent_by: uas,\n  gateway", "" },
	{ "an alias twice", CODES, "methods: any", "alias: A [x]\nalias: B [y]\nmethods: any", "" },
	/* how the text is written */
	{ "an unknown field", CODES, "methods: any", "method: any",
	  "codes.txt:7: unknown field 'method'\ncodes.txt:3: no 'methods' here\n" },
	{ "a field out of order", CODES, "status: registered\nreference: RFC 3261 21.4.18",
	  "reference: RFC 3261 21.4.18\nstatus: registered",
	  "codes.txt:6: 'status' stands before 'reference'\n" },
	{ "a field twice", CODES, "methods: any", "methods: any\nmethods: any",
	  "codes.txt:8: 'methods' stands twice\n" },
	{ "no colon", CODES, "methods: any", "methods: any\nmethods any",
	  "codes.txt:8: expected 'field: value'\n" },
	{ "no blank after the colon", CODES, "methods: any", "methods: any\nhttp:same",
	  "codes.txt:8: expected 'field: value'\n" },
	{ "a field in capitals", CODES, "methods: any", "methods: any\nHTTP: same",
	  "codes.txt:8: expected 'field: value'\n" },
	{ "no value", CODES, "methods: any",
	  "methods:", "codes.txt:7: 'methods' has no value\ncodes.txt:7: '' is no bare name\n" },
	{ "an indented line without a field", CODES, "# facts\n", "# facts\n  methods: any\n",
	  "codes.txt:2: this continues no field\n" },
	{ "not UTF-8", CODES, "Temporarily Unavailable", "Temporarily Unavailable\xff",
	  "codes.txt:4: this is not UTF-8\ncodes.txt:3: no 'phrase' here\nregistry.txt:2: codes.txt:3 calls "
	  "it ''\n" },
	{ "CR", CODES, "methods: any\n", "methods: any\nhttp: same\r\n",
	  "codes.txt:8: the line ends in a blank or CR\n" },
	{ "a blank at the end", CODES, "methods: any\n", "methods: any\nhttp: same \n",
	  "codes.txt:8: the line ends in a blank or CR\n" },
	{ "a tab", CODES, "methods: any\n", "methods: any\nhttp:\tsame\n",
	  "codes.txt:8: a control character\n" },
	{ "DEL", CODES, "methods: any\n", "methods: any\nhttp: sa\x7fme\n",
	  "codes.txt:8: a control character\n" },
	{ "a control character of Latin 1", CODES, "methods: any\n", "methods: any\nhttp: \xc2\x85\n",
	  "codes.txt:8: a control character\n" },
	/* facts */
	{ "a required field is missing", CODES, "reference: RFC 3261 21.4.18\n", "",
	  "codes.txt:3: no 'reference' here\n" },
	{ "a failure without failover", CODES, "failover: no [RFC 3261 21.4.18]\n", "",
	  "codes.txt:3: no 'failover' here\n" },
	{ "a source is missing", CODES, "later [RFC 3261 21.4.18]", "later",
	  "codes.txt:8: 'retry' wants its source in brackets\n" },
	{ "a source in the wrong shape", CODES, "later [RFC 3261 21.4.18]", "later [RFC3261]",
	  "codes.txt:8: 'RFC3261' is no source: write 'RFC 3261 21.4.24'\n" },
	{ "a bad token", CODES, "later [RFC 3261 21.4.18]", "sometimes [RFC 3261 21.4.18]",
	  "codes.txt:8: 'sometimes' is none of wait done redirect change later no policy \n" },
	{ "a beginning of a token", CODES, "later [RFC 3261 21.4.18]", "late [RFC 3261 21.4.18]",
	  "codes.txt:8: 'late' is none of wait done redirect change later no policy \n" },
	{ "two tokens where one is wanted", CODES, "later [RFC 3261 21.4.18]", "wait done [RFC 3261 21.4.18]",
	  "codes.txt:8: 'wait done' is none of wait done redirect change later no policy \n" },
	{ "a bad token in a list", CODES, "uas, gateway", "uas, nobody",
	  "codes.txt:17: 'nobody' is none of uas proxy registrar redirect gateway b2bua notifier compositor "
	  "edge "
	  "verifier relay intermediary \n" },
	{ "an empty item in a list", CODES, "Retry-After", "Retry-After,, Contact",
	  "codes.txt:18: '' is no bare name\n" },
	{ "a header field with a remark", CODES, "Retry-After", "Retry-After (may)",
	  "codes.txt:18: 'Retry-After (may)' is no bare name\n" },
	{ "a cause that is no number", CODES, "q850: 17", "q850: busy",
	  "codes.txt:22: 'busy' is no cause from 1 to 127\n" },
	{ "a cause too high", CODES, "q850: 17", "q850: 17, 128",
	  "codes.txt:22: '128' is no cause from 1 to 127\n" },
	{ "a variant without its parts", CODES, "- | All Busy | a carrier", "- | All Busy",
	  "codes.txt:23: expected 'variant: NAME | PHRASE | WHO'\nen.txt:23: no such variant: '486 All "
	  "Busy'\n" },
	{ "a variant with too many", CODES, "- | All Busy | a carrier", "- | All Busy | a | b",
	  "codes.txt:23: expected 'variant: NAME | PHRASE | WHO'\nen.txt:23: no such variant: '486 All "
	  "Busy'\n" },
	{ "a code below 100", CODES, "code: 480", "code: 048",
	  "codes.txt:3: '048' is no number from 100 to 999\n"
	  "pairs.txt:1: '480 486' is no pair of codes in the table, the lower one first\n"
	  "flows.txt:1: '480' is no code in the table\n"
	  "warnings.txt:4: '480' is no code in the table\n"
	  "stacks.txt:3: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n"
	  "stacks.txt:4: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n"
	  "registry.txt:2: no code '480' in the table\n"
	  "registry.txt:1: 2 codes stand here, the table has 1 as registered\n"
	  "en.txt:7: no such code: '480'\n"
	  "en.txt:30: no such pair: '480 486'\n"
	  "en.txt:38: no such flow: '486'\n" },
	{ "a class that is none", CLASSES, "class: 4xx", "class: 7xx",
	  "classes.txt:1: '7xx' is no class\nen.txt:3: no such class: '4xx'\n" },
	{ "an unknown class code", CLASSES, "unknown: 400", "unknown: x00",
	  "classes.txt:7: 'x00' is no response code\n" },
	{ "a stanza that begins otherwise", CLASSES, NULL, "\nname: success\n",
	  "classes.txt:9: a stanza begins with 'class: ' here\n" },
	/* links */
	{ "a pair in the wrong order", PAIRS, "480 486", "486 480",
	  "pairs.txt:1: '486 480' is no pair of codes in the table, the lower one first\nen.txt:30: no such "
	  "pair: '480 486'\n" },
	{ "a pair of one code", PAIRS, "480 486", "486 486",
	  "pairs.txt:1: '486 486' is no pair of codes in the table, the lower one first\nen.txt:30: no such "
	  "pair: '480 486'\n" },
	{ "a pair with an unknown code", PAIRS, NULL, "\npair: 480 499\nsources: x\n",
	  "pairs.txt:4: '480 499' is no pair of codes in the table, the lower one first\n" },
	{ "a pair twice", PAIRS, NULL, "\npair: 480 486\nsources: x\n",
	  "pairs.txt:4: this stands here already\npairs.txt:4: no words in 'en' for 480\n" },
	{ "a pair without sources", PAIRS, "sources: RFC 3261 21.4.18\n", "",
	  "pairs.txt:1: no 'sources' here\n" },
	/* causes, warnings and stacks */
	{ "a cause without a phrase", CAUSES, "phrase: User busy\n", "", "causes.txt:4: no 'phrase' here\n" },
	{ "a cause beyond 127", CAUSES, "cause: 17", "cause: 128",
	  "causes.txt:4: '128' is no number from 1 to 127\n"
	  "stacks.txt:2: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n"
	  "stacks.txt:3: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n"
	  "en.txt:41: no such cause: '17'\ncodes.txt:12: there is no cause 17\n" },
	{ "a cause twice", CAUSES, NULL, "\ncause: 17\nphrase: a\nclass: normal\nreference: b\n",
	  "causes.txt:14: this stands here already\ncauses.txt:14: no words in 'en' for 17\n" },
	{ "a class of causes that is none", CAUSES, "class: normal", "class: odd",
	  "causes.txt:7: 'odd' is none of normal resource unavailable unimplemented message protocol "
	  "interworking \n" },
	{ "a response that is not in the table", CAUSES, "sip: 486", "sip: 487",
	  "causes.txt:9: '487' is no code in the table\n" },
	{ "a cause that becomes no response", CAUSES, "sip: 486", "sip: none", "" },
	{ "a mapping without its source", CAUSES, "sip: 486 [RFC 3398 7.2.4.1]", "sip: 486",
	  "causes.txt:9: 'sip' wants its source in brackets\n" },
	{ "a protocol twice", CAUSES, NULL, "\nprotocol: Q.850\nreference: x\n",
	  "causes.txt:14: this stands here already\ncauses.txt:14: no words in 'en' for 2\n" },
	{ "a cause of an unknown protocol", CAUSES, "reason: Q.850 200", "reason: X 200",
	  "causes.txt:11: 'X 200' is no protocol and number\nen.txt:57: no such reason: 'Q.850 200'\n" },
	{ "a warning below 300", WARNINGS, "304", "200",
	  "warnings.txt:1: '200' is no number from 300 to 399\nen.txt:47: no such warning: '304'\n" },
	{ "a warning of no code in the table", WARNINGS, "480, 486", "480, none",
	  "warnings.txt:4: 'none' is no code in the table\n" },
	{ "a stack with an unknown deed", STACKS, "rewrite: 480 486", "changes: 480 486",
	  "stacks.txt:4: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n" },
	{ "a stack with an unknown code", STACKS, "rewrite: 480 486", "rewrite: 480 499",
	  "stacks.txt:4: expected 'cause: CODE CAUSE', 'code: CAUSE CODE' or 'rewrite: CODE CODE'\n" },
	{ "a deed without its source", STACKS, "480 486 [a.c]", "480 486",
	  "stacks.txt:4: 'rewrite' wants its source in brackets\n" },
	{ "a bar in a stack's name", STACKS, "stack: Asterisk", "stack: A|B",
	  "stacks.txt:1: a stack has no '|' in its name\n" },
	{ "no words for a cause", ENGLISH,
	  "cause: 17\nsummary: a\naction: a\ndescription: " W25 "\nresolution: " W25 "\n\n", "",
	  "causes.txt:4: no words in 'en' for 17\n" },
	/* flows */
	{ "a flow of no code", FLOWS, "486 480", "486 499",
	  "flows.txt:1: '499' is no code in the table\nen.txt:38: no such flow: '486'\n" },
	{ "a second flow without words", FLOWS, NULL,
	  "\nflow: 486\nreference: x\nactors: A caller, B phone\nstep: A > B | BYE\n",
	  "flows.txt:8: no words in 'en' for 486\n" },
	{ "an actor with an unknown role", FLOWS, "B1 phone", "B1 person",
	  "flows.txt:3: 'person' is none of caller callee phone target proxy registrar redirect gateway pstn "
	  "notifier "
	  "publisher subscriber edge verifier signer analytics server pbx sbc web \n" },
	{ "an actor without a role", FLOWS, "B1 phone", "B1",
	  "flows.txt:3: 'B1' is no actor: write 'B1 phone'\n"
	  "flows.txt:4: 'A > B1' does not go between actors of this flow\n"
	  "flows.txt:5: 'B1 > A' does not go between actors of this flow\n"
	  "flows.txt:6: 'A > B1' does not go between actors of this flow\nflows.txt:1: no 'step' here\n" },
	{ "an actor twice", FLOWS, "B1 phone", "B1 phone, B1 proxy", "flows.txt:3: 'B1' stands twice\n" },
	{ "a lonely actor", FLOWS,
	  "A caller, B1 phone\nstep: A > B1 | INVITE | SDP\nstep: B1 > A | * INVITE\nstep: A > B1 | ACK\n",
	  "A caller\nstep: A > A | INVITE\n",
	  "flows.txt:3: 1 actors, 2 to 5 are wanted\n"
	  "flows.txt:4: 'A > A' does not go between actors of this flow\nflows.txt:1: no 'step' here\n" },
	{ "a step from nobody", FLOWS, "A > B1 | ACK", "C > B1 | ACK",
	  "flows.txt:6: 'C > B1' does not go between actors of this flow\n" },
	{ "a step without a message", FLOWS, "A > B1 | ACK", "A > B1",
	  "flows.txt:6: expected 'A > B | MESSAGE' or 'A | note'\n" },
	{ "a step that says nothing", FLOWS, "A > B1 | ACK", "A > B1 | ",
	  "flows.txt:6: the line ends in a blank or CR\n" },
	{ "a step with an arrow of its own", FLOWS, "A > B1 | ACK", "A -> B1 | ACK",
	  "flows.txt:6: expected 'A > B | MESSAGE' or 'A | note'\n" },
	{ "a response of no code", FLOWS, "* INVITE", "499 INVITE",
	  "flows.txt:5: '499 INVITE' is no message: write 'INVITE' or '486 INVITE'\n" },
	{ "a response that does not say what it answers", FLOWS, "* INVITE", "486",
	  "flows.txt:5: '486' is no message: write 'INVITE' or '486 INVITE'\n" },
	{ "a request in small letters", FLOWS, "| ACK", "| ack",
	  "flows.txt:6: 'ack' is no message: write 'INVITE' or '486 INVITE'\n" },
	{ "an empty detail", FLOWS, "INVITE | SDP", "INVITE |  | SDP",
	  "flows.txt:4: '' is no detail: 4 at most, of 48 bytes\n" },
	{ "five details", FLOWS, "INVITE | SDP", "INVITE | a | b | c | d | e",
	  "flows.txt:4: 'e' is no detail: 4 at most, of 48 bytes\n" },
	{ "a note without a word", FLOWS, "A > B1 | ACK", "A > B1 | ACK\nstep: B1 | sleeps",
	  "flows.txt:1: no word for the note 'sleeps'\n" },
	{ "a note in words", FLOWS, "A > B1 | ACK", "A > B1 | ACK\nstep: B1 | Rings on",
	  "flows.txt:7: 'Rings on' is no note: write a key such as 'rings'\n" },
	{ "a note with details", FLOWS, "A > B1 | ACK", "A > B1 | ACK\nstep: A = B1 | media | SDP",
	  "flows.txt:7: 'media | SDP' is no note: write a key such as 'rings'\n" },
	{ "words for a flow too many", ENGLISH, "words: messages",
	  "flow: 486\ntitle: again\n\nwords: messages", "en.txt:61: no such flow: '486'\n" },
	{ "a flow in a language without a title", ENGLISH, "flow: 486\ntitle: the phone is busy\n\n", "",
	  "flows.txt:1: no words in 'en' for 486\n" },
	{ "another phrase in the registry", REGISTRY, "Busy Here", "Busy There",
	  "registry.txt:3: codes.txt:12 calls it 'Busy Here'\n" },
	{ "deprecated in the registry", REGISTRY, "Busy Here", "Busy Here (Deprecated)",
	  "registry.txt:3: codes.txt:12 says that it is registered\n" },
	{ "a code that only the registry has", REGISTRY, NULL, "499: Nobody [RFC9999]\n",
	  "registry.txt:4: no code '499' in the table\nregistry.txt:1: 3 codes stand here, the table has 2 "
	  "as registered\n" },
	{ "a code twice in the registry", REGISTRY, "486: Busy Here [RFC3261]\n",
	  "486: Busy Here [RFC3261]\n486: Busy Here [RFC3261]\n",
	  "registry.txt:4: 486 stands after 486\nregistry.txt:1: 3 codes stand here, the table has 2 as "
	  "registered\n" },
	{ "a registry of no day", REGISTRY, "2026-07-30", "yesterday",
	  "registry.txt:1: 'yesterday' is no date such as 2026-07-30\n" },
	{ "a registry of a day and a half", REGISTRY, "2026-07-30", "2026-07-300",
	  "registry.txt:1: '2026-07-300' is no date such as 2026-07-30\n" },
	{ "no registry", REGISTRY,
	  "registry: 2026-07-30\n480: Temporarily Unavailable [RFC3261]\n486: Busy Here [RFC3261]\n", "",
	  "registry.txt:1: a copy of the registry begins with 'registry: DATE'\n" },
	{ "a code that the registry has not", REGISTRY, "480: Temporarily Unavailable [RFC3261]\n", "",
	  "registry.txt:1: 1 codes stand here, the table has 2 as registered\n" },
	{ "a reference that is none", CODES, "reference: RFC 3261 21.4.24", "reference: RFC3261 21.4.24",
	  "codes.txt:15: 'RFC3261 21.4.24' is no source: write 'RFC 3261 21.4.24'\n" },
	{ "a bar in a source", CODES, "A carrier's manual", "A | B", "codes.txt:23: '|' in a source\n" },
	/* words */
	{ "a paragraph that does not come", ENGLISH, "summary: nobody answers\n",
	  "summary: nobody answers\n .\n", "en.txt:10: 'summary' ends with an empty paragraph\n" },
	{ "a paragraph that does not come at the end", ENGLISH, NULL, " .\n",
	  "en.txt:64: 'message.full' ends with an empty paragraph\n" },
	{ "a word with what looks like a source", ENGLISH, "message.empty: nothing",
	  "message.empty: SELECTOR [SELECTOR...]",
	  "en.txt:62: '[SELECTOR...]' at the end of 'message.empty' would be a source\n" },
	{ "a text with a source", ENGLISH, "action: Try later.", "action: Try later. [hearsay]",
	  "en.txt:9: '[hearsay]' at the end of 'action' would be a source\n" },
	{ "an entry with a source", ENGLISH, "code: 480", "code: 480 [hearsay]",
	  "en.txt:7: '[hearsay]' at the end of 'code' would be a source\n" },
	{ "a language nobody can choose", ENGLISH, "language: en", "language: en-GB",
	  "en.txt:1: 'en-GB' is no language: write 'pt'\n" },
	{ "a summary too long", ENGLISH, "nobody answers",
	  "nobody answers and nobody ever will as long as this sentence goes on",
	  "en.txt:8: 'summary' takes 68 columns, 62 at most\n" },
	{ "a summary counted in columns", ENGLISH, "nobody answers",
	  "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
	  "\xc3\xa9\xc3\xa9\xc3"
	  "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
	  "\xa9\xc3\xa9\xc3\xa9"
	  "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
	  "" },
	{ "too few words", ENGLISH, "action: Try later.\ndescription: " W25,
	  "action: Try later.\ndescription: " W5 "six",
	  "en.txt:10: 'description' has 6 words, 25 to 60 are wanted\n" },
	{ "too many words", ENGLISH, SEND, "send_when: " W25 W25 "\n",
	  "en.txt:13: 'send_when' has 49 words, 12 to 40 are wanted\n" },
	{ "words for no code", ENGLISH, "words: messages",
	  "code: 499\nsummary: a\naction: b\n\nwords: messages", "en.txt:61: no such code: '499'\n" },
	{ "words for a code twice", ENGLISH, "words: messages",
	  "code: 486\nsummary: a\naction: b\n\nwords: messages", "en.txt:61: this stands here already\n" },
	{ "a long text is missing", ENGLISH, SEND, "", "en.txt:7: no 'send_when' here\n" },
	{ "no words for a code", ENGLISH,
	  "code: 480\nsummary: nobody answers\naction: Try later.\n" LONG SEND "\n", "",
	  "codes.txt:3: no words in 'en' for 480\n" },
	{ "no words for a variant", ENGLISH,
	  "variant: 486 All Busy\nsummary: all lines are busy\naction: Try later.\n" LONG "\n", "",
	  "codes.txt:12: no words in 'en' for 486 All Busy\n" },
	{ "a fact among the words", ENGLISH, "action: Try later.\n", "action: Try later.\nretry: no\n",
	  "en.txt:10: unknown field 'retry'\n" },
	{ "an unknown stanza", ENGLISH, "words: messages", "colour: red\n\nwords: messages",
	  "en.txt:61: unknown stanza 'colour'\n" },
	{ "a word twice", ENGLISH, NULL, "message.full: all\n", "en.txt:64: 'message.full' stands twice\n" },
	{ "no language", ENGLISH, "language: en", "tongue: en",
	  "en.txt:1: a stanza begins with 'language: ' here\nen.txt:1: a language file begins with "
	  "'language: TAG'\n" },
	{ "a whole second language", OTHER, NULL, FR_TEXTS "message.empty: rien\nmessage.full: tout {a}\n", "" },
	{ "a second language with a name that English has not", OTHER, NULL,
	  FR_TEXTS "message.empty: rien pour {mot}\nmessage.full: tout {a}\n",
	  "fr.txt:62: 'message.empty' has '{mot}', which English has not\n" },
	{ "a second language without a name that English has", OTHER, NULL,
	  FR_TEXTS "message.empty: rien\nmessage.full: tout {b\n",
	  "fr.txt:63: 'message.full' has '{b', which English has not\n"
	  "fr.txt:63: 'message.full' has no '{a}', which English has\n" },
	{ "a second language without a word", OTHER, NULL, FR_TEXTS "message.full: tout {a}\n",
	  "en.txt:62: 'message.empty' is missing in 'fr'\n" },
	{ "a second language with a word of its own", OTHER, NULL,
	  FR_TEXTS "message.empty: rien\nmessage.full: tout {a}\nmessage.half: demi\n",
	  "fr.txt:64: 'message.half' is no word of English\n" },
	/* several at once, each with its line, as in one run of a compiler */
	{ "several mistakes", CODES, "methods: any\nretry: later [RFC 3261 21.4.18]\nfailover: no",
	  "method: any\nretry: late\nfailover: maybe",
	  "codes.txt:7: unknown field 'method'\ncodes.txt:8: 'retry' wants its source in "
	  "brackets\ncodes.txt:8: 'late' "
	  "is none of wait done redirect change later no policy \ncodes.txt:9: 'maybe' is none of yes no "
	  "policy \n"
	  "codes.txt:3: no 'methods' here\n" },
};

/* A good document, or with one place replaced. */
static void put_text(const struct gen_case *row, int document, char *text, size_t size)
{
	const char *from = good[document];
	if (row->document != document) {
		snprintf(text, size, "%s", from);
		return;
	}
	const char *place = row->find ? strstr(from, row->find) : from + strlen(from);
	assert_non_null(place);
	int written = snprintf(text, size, "%.*s%s%s", (int)(place - from), from, row->replace,
	                       place + (row->find ? strlen(row->find) : 0));
	assert_true(written >= 0 && (size_t)written < size);
}

static unsigned compile(const struct gen_case *row, FILE *to)
{
	struct arena arena = { NULL };
	struct report report = { to, 0 };
	struct model model = { .arena = &arena, .report = &report };
	for (int i = 0; i < DOCUMENTS; i++) {
		char text[8192];
		struct document document;
		put_text(row, i, text, sizeof text);
		if (i == OTHER && text[0] == '\0')
			continue;
		document_read(&document, names[i], text, strlen(text), &arena, &report);
		data_take(&model, (size_t)i, &document);
	}
	data_finish(&model);
	arena_free(&arena);
	return report.errors;
}

static void check_report(void **state)
{
	const struct gen_case *row = *state;
	char text[4096] = "";
	size_t lines = 0;
	FILE *file = fmemopen(text, sizeof text, "w");
	assert_non_null(file);
	unsigned errors = compile(row, file);
	fclose(file);
	for (const char *c = text; *c; c++)
		lines += *c == '\n';
	assert_string_equal(text, row->report);
	assert_int_equal(errors, lines);
}

#define FRENCH FR_TEXTS "message.empty: rien\nmessage.full: tout {a}\n"

/** How English and a second language are changed before they are compiled, and what is then said. */
struct translation_case {
	const char *name;
	const char *english, *instead; /* what stands in English, and in its place; NULL for no change */
	const char *other, *instead_of_other;
	const char *report, *status;
};

#define ALL "fr: 40 of 40 pieces are up to date\n"
#define ONE_LESS "fr: 39 of 40 pieces are up to date\n"

static const struct translation_case translations[] = {
	{ "nothing has changed", NULL, NULL, NULL, NULL, "", ALL },
	{ "English has changed", "summary: the phone is busy", "summary: the phone is engaged", NULL, NULL,
	  "fr.txt:16: warning: the English of 'summary' has changed since\n",
	  "fr.txt:16: code: 486 summary: the phone is engaged\n" ONE_LESS },
	{ "both have", "summary: the phone is busy", "summary: the phone is engaged", "code: 486\nsummary: a",
	  "code: 486\nsummary: b", "", ALL },
	{ "the other has", NULL, NULL, "code: 486\nsummary: a", "code: 486\nsummary: b", "", ALL },
	{ "a word of English has changed", "message.empty: nothing", "message.empty: nothing at all", NULL,
	  NULL, "fr.txt:62: warning: the English of 'message.empty' has changed since\n",
	  "fr.txt:62: word message.empty: nothing at all\n" ONE_LESS },
	{ "a text that English has not", NULL, NULL, "\nsend_first", "\ndifference: " W5 W5 "b\nsend_first",
	  "fr.txt:32: English has fewer of 'difference' here\n", ALL },
	{ "a text that only English has",
	  "code: 480\nsummary: nobody answers\naction: Try later.\n" LONG SEND,
	  "code: 480\nsummary: nobody answers\naction: Try later.\n" LONG SEND,
	  "code: 480\nsummary: a\naction: a\n" LONG SEND, "code: 480\nsummary: a\naction: a\n" LONG,
	  "fr.txt:7: no 'send_when' here\nfr.txt:7: English has a 'send_when' here\n", ALL },
	{ "more of a text than the other", "\nsend_first", "\ndifference: " W5 W5 "b.\nsend_first", NULL,
	  NULL,
	  "fr.txt:32: English has more of 'difference' here\n"
	  "fr.txt:32: warning: the English of 'difference' has changed since\n",
	  "fr.txt:32: pair: 480 486 difference: " W5 "six seven eight.\n" ONE_LESS },
};

static void put_changed(const char *from, const char *find, const char *replace, char *text, size_t size)
{
	const char *place = find ? strstr(from, find) : NULL;
	assert_true(!find || place);
	size_t before = place ? (size_t)(place - from) : strlen(from);
	int written = snprintf(text, size, "%.*s%s%s", (int)before, from, place ? replace : "",
	                       place ? place + strlen(find) : "");
	assert_true(written >= 0 && (size_t)written < size);
}

enum { SEEN_SIZE = 16384 };

/* Compile with a second language; its fingerprints go to `seen`, or come from there when it has some. */
static void translate(const struct translation_case *row, char *seen, char *said, char *status, size_t size)
{
	bool first = seen[0] == '\0';
	FILE *to = fmemopen(said, size, "w"), *about = fmemopen(status, size, "w");
	assert_non_null(to);
	assert_non_null(about);
	struct arena arena = { NULL };
	struct report report = { to, 0 };
	struct model model = { .arena = &arena, .report = &report };
	struct document documents[DOCUMENTS + 1];
	for (int i = 0; i < DOCUMENTS; i++) {
		char text[8192];
		snprintf(text, sizeof text, "%s", i == OTHER ? FRENCH : good[i]);
		if (!first && i == ENGLISH)
			put_changed(good[i], row->english, row->instead, text, sizeof text);
		if (!first && i == OTHER)
			put_changed(FRENCH, row->other, row->instead_of_other, text, sizeof text);
		document_read(&documents[i], names[i], text, strlen(text), &arena, &report);
		data_take(&model, (size_t)i, &documents[i]);
	}
	if (!first) {
		document_read(&documents[DOCUMENTS], "fr.seen", seen, strlen(seen), &arena, &report);
		translation_take(&model, &documents[DOCUMENTS]);
	}
	data_finish(&model);
	translation_status(&model, about);
	if (first) {
		FILE *file = fmemopen(seen, SEEN_SIZE, "w");
		assert_non_null(file);
		translation_write(&model, 1, file);
		fclose(file);
	}
	fclose(to);
	fclose(about);
	arena_free(&arena);
}

static void check_translation(void **state)
{
	const struct translation_case *row = *state;
	char seen[SEEN_SIZE] = "", said[4096] = "", status[4096] = "";
	translate(row, seen, said, status, sizeof said);
	assert_string_equal(said, "");
	assert_string_equal(status, ALL);
	said[0] = status[0] = '\0';
	translate(row, seen, said, status, sizeof said);
	assert_string_equal(said, row->report);
	assert_string_equal(status, row->status);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	SUITE_ROWS(&suite, cases, check_report);
	SUITE_ROWS(&suite, translations, check_translation);
	return suite_run(&suite, "gen");
}
