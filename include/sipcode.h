// SPDX-License-Identifier: MIT
// libsipcode: SIP response codes, their facts and their words, compiled into the program.

#ifndef SIPCODE_H
#define SIPCODE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Everything here only reads constant tables: no function allocates, prints, changes the locale or
 * keeps state, so all of them may be called from any number of threads. What they return lives as
 * long as the program. Strings are UTF-8 and end in NUL; one that does not apply is "", never NULL.
 */

/** What an entry of the table is about. */
enum sipcode_kind {
	SIPCODE_KIND_CLASS,    /* 1xx to 6xx */
	SIPCODE_KIND_CODE,     /* one response code */
	SIPCODE_KIND_VARIANT,  /* another meaning of a response code's number, such as 603+ */
	SIPCODE_KIND_PAIR,     /* two response codes that people confuse */
	SIPCODE_KIND_FLOW,     /* an exchange of messages in which a code comes */
	SIPCODE_KIND_CAUSE,    /* a release cause of the telephone network, ITU-T Q.850 */
	SIPCODE_KIND_WARNING,  /* a code of the Warning header field */
	SIPCODE_KIND_PROTOCOL, /* a protocol of the Reason header field */
	SIPCODE_KIND_REASON    /* a cause that such a protocol counts itself, where it is not Q.850 */
};

/** How the value of a field is to be read. */
enum sipcode_form {
	SIPCODE_FORM_NUMBER,
	SIPCODE_FORM_NUMBERS,
	SIPCODE_FORM_BOOL, /* "yes" or "no" */
	SIPCODE_FORM_STRING,
	SIPCODE_FORM_TOKEN,    /* a word of a closed list, see docs/data-format.md */
	SIPCODE_FORM_LIST,     /* strings or tokens */
	SIPCODE_FORM_TEXT,     /* prose, in a language */
	SIPCODE_FORM_VARIANTS, /* "name|phrase|who|source", the name may be empty */
	SIPCODE_FORM_ACTORS,   /* "id role": who takes part in a flow, from left to right */
	SIPCODE_FORM_STEPS,    /* what sipcode_step() reads */
	SIPCODE_FORM_STACKS,   /* "who|does|value|source": what a stack does, see docs/data-format.md */
	SIPCODE_FORM_SOURCES   /* "field|source": where each fact was read */
};

/*
 * The fields, in the order in which they are printed. The second column is their one name, in
 * data/, as a JSON key, as a tsv heading and for --fields; the last says which kinds of entries
 * have them.
 */
// clang-format off
#define SIPCODE_FIELDS(FIELD) \
	FIELD(PROTOCOL, "protocol", STRING, REASONS) \
	FIELD(CODE, "code", NUMBER, NUMBERED) \
	FIELD(PHRASE, "phrase", STRING, NUMBERED) \
	FIELD(CLASS, "class", STRING, CLASSED) \
	FIELD(NAME, "name", TOKEN, NAMED) \
	FIELD(STATUS, "status", TOKEN, CODE) \
	FIELD(FINAL, "final", BOOL, CODE_CLASS) \
	FIELD(REFERENCE, "reference", STRING, REFERRED) \
	FIELD(ALIAS, "alias", LIST, CODE_CAUSE) \
	FIELD(METHODS, "methods", LIST, CODE) \
	FIELD(SENT_BY, "sent_by", LIST, CODE) \
	FIELD(HEADERS_MUST, "headers_must", LIST, CODE) \
	FIELD(HEADERS_MAY, "headers_may", LIST, CODE) \
	FIELD(HTTP, "http", TOKEN, CODE) \
	FIELD(RETRY, "retry", TOKEN, CODE) \
	FIELD(FAILOVER, "failover", TOKEN, CODE) \
	FIELD(FORK, "fork", TOKEN, CODE_CLASS) \
	FIELD(ACK, "ack", TOKEN, CODE_CLASS) \
	FIELD(SCOPE, "scope", TOKEN, CLASS) \
	FIELD(UNKNOWN, "unknown", NUMBER, CLASS) \
	FIELD(DIALOG_EFFECT, "dialog_effect", TOKEN, CODE) \
	FIELD(Q850, "q850", NUMBERS, CODE) \
	FIELD(Q850_FROM, "q850_from", NUMBERS, CODE) \
	FIELD(SIP, "sip", NUMBERS, CAUSE) \
	FIELD(SIP_QSIG, "sip_qsig", NUMBERS, CAUSE) \
	FIELD(SIP_FROM, "sip_from", NUMBERS, CAUSE) \
	FIELD(METRIC, "metric", TOKEN, CODE) \
	FIELD(LOCAL, "local", BOOL, CODE) \
	FIELD(VARIANT, "variant", VARIANTS, CODE) \
	FIELD(RELATED, "related", NUMBERS, CODE) \
	FIELD(CODES, "codes", NUMBERS, SHOWING) \
	FIELD(ACTORS, "actors", ACTORS, FLOW) \
	FIELD(STEP, "step", STEPS, FLOW) \
	FIELD(STACKS, "stacks", STACKS, CODE_CAUSE) \
	FIELD(SOURCES, "sources", SOURCES, ALL) \
	FIELD(SUMMARY, "summary", TEXT, TOLD) \
	FIELD(ACTION, "action", TEXT, NUMBERED) \
	FIELD(DESCRIPTION, "description", TEXT, EXPLAINED) \
	FIELD(WHEN_SEEN, "when_seen", TEXT, CODE) \
	FIELD(RESOLUTION, "resolution", TEXT, RESOLVED) \
	FIELD(MAPPING, "mapping", TEXT, CAUSE) \
	FIELD(SEND_WHEN, "send_when", TEXT, CODE) \
	FIELD(TITLE, "title", TEXT, FLOW) \
	FIELD(SENTENCE, "sentence", TEXT, PAIR) \
	FIELD(DIFFERENCE, "difference", TEXT, PAIR) \
	FIELD(SEND_FIRST, "send_first", TEXT, PAIR) \
	FIELD(SEND_SECOND, "send_second", TEXT, PAIR) \
	FIELD(RECEIVE_FIRST, "receive_first", TEXT, PAIR) \
	FIELD(RECEIVE_SECOND, "receive_second", TEXT, PAIR)
// clang-format on

/** A field of an entry: SIPCODE_CODE, SIPCODE_PHRASE, SIPCODE_RETRY and so on, as listed above. */
enum sipcode_field {
#define SIPCODE_FIELD_ID(id, name, form, kinds) SIPCODE_##id,
	SIPCODE_FIELDS(SIPCODE_FIELD_ID)
#undef SIPCODE_FIELD_ID
	        SIPCODE_FIELD_COUNT
};

/** An entry of the table: a response code most of the time. */
struct sipcode;

/**
 * Find a response code, such as 486, whatever its status.
 *
 * Returns NULL when no specification and no known stack defines `number`: that is an answer, not a
 * failure.
 */
const struct sipcode *sipcode_find(int number);

/** Find a release cause of ITU-T Q.850, 1 to 127; NULL when none has that number. */
const struct sipcode *sipcode_find_cause(int number);

/** Find a class by its first digit, 1 to 6; NULL for any other (RFC 3261 section 7.2). */
const struct sipcode *sipcode_find_class(int digit);

/**
 * Find the words of a pair of codes, variants or classes that people confuse, in either order; NULL when
 * there are none.
 *
 * `*swapped`, unless it is NULL, tells whether `code` is the pair's second, so that the texts of the
 * second are its own.
 */
const struct sipcode *sipcode_find_pair(const struct sipcode *code, const struct sipcode *other,
                                        bool *swapped);

/** Go through the flows that show a code or a variant, the most typical one first; as sipcode_next(). */
const struct sipcode *sipcode_next_flow(const struct sipcode *code, const struct sipcode *previous);

enum { SIPCODE_ACTOR_SIZE = 4 /* of an actor's id with its NUL */ };

/** What happens in a flow: a message, or something beside the messages. */
struct sipcode_step {
	char from[SIPCODE_ACTOR_SIZE]; /* whose step it is */
	char to[SIPCODE_ACTOR_SIZE];   /* "" when nobody else has a part in it */
	bool is_note;                  /* `what` is then the key of a word, "rings" for "note.rings" */
	bool is_media;                 /* a note about what flows both ways */
	bool is_lost;                  /* a message that never arrives */
	char what[64];       /* "INVITE", "ISUP REL", "486 INVITE": a response and what it answers */
	const char *details; /* header fields and bodies that matter, parted by '|'; "" for none */
};

/**
 * Read a value of SIPCODE_STEP: "A>P|INVITE|SDP offer", "AxB|ACK" for one that is lost, "B|rings",
 * "A-B|call-up" or "A=B|media".
 *
 * The number of a response is "*" where it is that of the code which the flow is asked for.
 */
void sipcode_step(const char *value, struct sipcode_step *step);

/**
 * Go through the entries of a kind, in ascending order.
 *
 * `previous` is NULL for the first; the answer is NULL after the last.
 */
const struct sipcode *sipcode_next(enum sipcode_kind kind, const struct sipcode *previous);

/**
 * What a client does with a number that is not in the table (RFC 3261 section 8.1.3.2): x00 of its
 * class, 183 for a provisional one. Returns 0 for a number outside 100 to 699, which is no response
 * code at all.
 */
int sipcode_treat_as(int number);

/** What the entry is about. */
enum sipcode_kind sipcode_kind_of(const struct sipcode *entry);

/**
 * The number of a code, cause or warning; of a variant its code's, of a class its first digit, of a flow the first code that
 * it shows. Other kinds have numbers that only sort them.
 */
int sipcode_number(const struct sipcode *entry);

/**
 * Write what an entry is called in running text: "486", or "603+" for a variant with a name, or its
 * number and phrase for one without, "4xx" for a class, "q850:17" for a cause, "warning:304", and a
 * protocol by its name. Answer as for sipcode_fill().
 */
size_t sipcode_label(const struct sipcode *entry, char *buffer, size_t size);

/** Whether IANA lists the code, be it as deprecated. */
bool sipcode_is_registered(const struct sipcode *entry);

/**
 * The value of a field, "" when the entry has none.
 *
 * A value is one string or several: sipcode_value_next() leads from one to the next. `language`
 * comes from sipcode_language(), must not be -1 and matters to texts only; 0 is English.
 */
const char *sipcode_value(const struct sipcode *entry, enum sipcode_field field, int language);

/** The string after `item` in a value, "" after the last. `item` must not be "". */
const char *sipcode_value_next(const char *item);

/** Where the value was read, such as "RFC 3263 4.3"; "" for what needs no source of its own. */
const char *sipcode_source(const struct sipcode *entry, enum sipcode_field field);

/** The name of a field, such as "headers_must"; SIPCODE_FIELD_COUNT is none, here and below. */
const char *sipcode_field_name(enum sipcode_field field);

/** The field of that name, SIPCODE_FIELD_COUNT when there is none. */
enum sipcode_field sipcode_field_find(const char *name);

/** Whether entries of a kind have the field; variants have those of codes. */
bool sipcode_field_applies(enum sipcode_field field, enum sipcode_kind kind);

/** How values of the field are to be read. */
enum sipcode_form sipcode_field_form(enum sipcode_field field);

/** The number of a language, by its tag ("en", "en-GB", "en_GB.UTF-8"); -1 when its words are not
 * compiled in. */
int sipcode_language(const char *tag);

/** The tag of a language, NULL for a number that is none: they count from 0. */
const char *sipcode_language_tag(int language);

/** A word or sentence template of the interface, by key ("token.retry.later"); NULL when there is
 * none. `language` is 0 or more, here and below. */
const char *sipcode_word(int language, const char *key);

/** The key of a word by its number: words count from 1 in the order of their keys, and anew whenever data/ changes. NULL
 * for a number that is none. */
const char *sipcode_word_key(int number);

/** The word of a number, as sipcode_word() has it by its key; NULL for a number that is none. */
const char *sipcode_word_at(int language, int number);

/** The word for a token of a fact, as sipcode_word() has it by "token.<field>.<value>"; NULL when there is none. */
const char *sipcode_token(int language, enum sipcode_field field, const char *value);

/** What a token means, by "explain.<field>.<value>"; NULL when there is no such phrase. */
const char *sipcode_explanation(int language, enum sipcode_field field, const char *value);

/** The date of the registry's copy that the table was checked against, such as "2026-07-30". */
const char *sipcode_registry_date(void);

/** A value for a {name} in a template. */
struct sipcode_argument {
	const char *name;
	const char *value;
};

/**
 * Write `template_text` to `buffer` with each {name} replaced by its value, cut to `size` bytes
 * with the NUL.
 *
 * A name without a value stays as it is. Returns the length of the whole text, as snprintf() does;
 * `buffer` may be NULL when `size` is 0.
 */
size_t sipcode_fill(char *buffer, size_t size, const char *template_text,
                    const struct sipcode_argument *arguments, size_t count);

/** What the beginning of a list of operands selects. */
enum sipcode_selector_kind {
	SIPCODE_SELECT_NUMBER,  /* 486, 603 Network Blocked, SIP/2.0 200 OK */
	SIPCODE_SELECT_CLASS,   /* 4xx */
	SIPCODE_SELECT_RANGE,   /* 48x, 480-489 */
	SIPCODE_SELECT_PHRASE,  /* busy here */
	SIPCODE_SELECT_REASON,  /* q850:17, preemption:1, emm:, warning:304 */
	SIPCODE_SELECT_NOTHING, /* words that are nobody's phrase */
	SIPCODE_SELECT_INVALID  /* not a selector: 48, 4x6, 486-480, an empty or overlong operand */
};

/** The longest operand that is read, in bytes. */
#define SIPCODE_OPERAND_MAX 1024

struct sipcode_selector {
	enum sipcode_selector_kind kind;
	enum sipcode_kind of;        /* what its numbers and phrases are: codes, causes or warnings */
	int low, high;               /* numbers it covers; equal for a NUMBER, 0 for phrases */
	const struct sipcode *entry; /* the class, the code or its variant, the first one of the
	                                phrase; or NULL */
	const char *const *operands; /* what it was read from, the caller's */
	size_t count;                /* how many of them: at least one */
};

/**
 * Read the selector that `operands` begin with; `count` is at least 1. Bare numbers and phrases are
 * those of codes, causes or warnings, as `of` says.
 *
 * Any bytes are allowed in them. Takes the longest run of words that is a phrase, and a single word
 * when none is; the words behind a number are its phrase, those in its own operand or else those in the
 * next ones. A NUMBER that is not in the table has no entry, and a RANGE has none.
 */
void sipcode_select(const char *const *operands, size_t count, enum sipcode_kind of,
                    struct sipcode_selector *selector);

/** Go through the entries that a selector covers, codes and variants whatever their status; as
 * sipcode_next(). */
const struct sipcode *sipcode_selected(const struct sipcode_selector *selector,
                                       const struct sipcode *previous);

/** The entry of a kind whose phrase is nearest to misspelt `text`; NULL when none is near. */
const struct sipcode *sipcode_nearest(enum sipcode_kind kind, const char *text);

/** A pasted Reason or Warning header field, and how far it is read. */
struct sipcode_header {
	const char *rest; /* what is not read yet, or follows the field */
	bool warning, begun;
	bool malformed; /* it could not be read on */
};

/** Begin to read a header field, "Reason: Q.850;cause=17"; false when `text` is none of the two. */
bool sipcode_header_begin(struct sipcode_header *header, const char *text);

/**
 * Write the next value as a selector: "q850:17", "sip:200", "emm:", "warning:304"; 32 bytes are enough
 * for all that are known, and `size` is at least 1. False after the last and when the rest is malformed.
 *
 * A line end counts as a blank, and ends a text whose quotation marks a shell has removed.
 */
bool sipcode_header_next(struct sipcode_header *header, char *buffer, size_t size);

/** How many letters to change, add, drop or swap to get from one word to the other; case does not
 * matter. */
size_t sipcode_distance(const char *from, const char *to);

/** Where a scanner looks for response codes. */
enum sipcode_scan_form {
	SIPCODE_SCAN_MESSAGES, /* in status lines, RFC 3261 section 7.2, and in tshark's "Status: 486" */
	SIPCODE_SCAN_NUMBERS   /* in the first number of each line */
};

/** What a scanner reports for a number that is no response code. */
#define SIPCODE_MALFORMED (-1)

/** How much of a line's beginning a scanner remembers from one piece of input to the next. */
#define SIPCODE_SCAN_HEAD 128

/** A scanner of logs, traces and captures. All but `at` is its own affair. */
struct sipcode_scan {
	size_t at; /* how far the piece is read: up to what follows the number that was found last */
	const char *bytes;
	size_t size;
	size_t slow; /* up to here no byte may be skipped */
	size_t line; /* where the line begins that holds the byte before `seen` */
	size_t seen;
	enum sipcode_scan_form form;
	unsigned char phase, word, matched, escape, digits, blanks;
	char before, last;
	int number;
	size_t head_size;
	char head[SIPCODE_SCAN_HEAD]; /* how a line begins that an earlier piece has begun */
};

/** Begin to scan: a file, say. */
void sipcode_scan_begin(struct sipcode_scan *scan, enum sipcode_scan_form form);

/**
 * Give the scanner the next piece of its input, of any size and with any bytes in it.
 *
 * It is the caller's, and is read until sipcode_scan_next() has returned 0.
 */
void sipcode_scan_feed(struct sipcode_scan *scan, const char *bytes, size_t size);

/**
 * Find the next response in the piece: its code, 100 to 699, or SIPCODE_MALFORMED; 0 when there is none
 * left. One that two pieces share is found in the second.
 *
 * A status line counts wherever it stands, also with a terminal's colour sequences inside; "SIP/2.0 " and a
 * number that is none of a response is malformed, and so is any first number of a line that is none. What a line
 * quotes that begins with the name of a SIP header field does not count.
 */
int sipcode_scan_next(struct sipcode_scan *scan);

/**
 * The end of the input: it may complete a last response, which is returned as by sipcode_scan_next().
 *
 * The scanner has to begin anew before it is fed again.
 */
int sipcode_scan_end(struct sipcode_scan *scan);

/** An entry found by a search. */
struct sipcode_hit {
	const struct sipcode *entry;
	unsigned score; /* the higher, the better; comparable within one search */
};

/**
 * Find the entries of a kind whose texts hold every one of `words`, the best first, equals in ascending
 * order.
 *
 * `hits` has room for `size`; 1,000 is always enough. Returns how many were written.
 */
size_t sipcode_search(enum sipcode_kind kind, const char *const *words, size_t count, int language,
                      struct sipcode_hit *hits, size_t size);

/** How many differences sipcode_differ() finds at most. */
#define SIPCODE_DIFFERENCES_MAX 6

/** One way in which codes differ. */
struct sipcode_difference {
	enum sipcode_field field; /* SIPCODE_DIFFERENCE for the pair's own words */
	const char *own;          /* these words, or NULL for a difference made by rule */
	const struct sipcode *const *codes;
	size_t count;
};

/**
 * Find what sets two or more codes apart: the pair's own words first, then by rule, the weightiest
 * field first. The summaries count only where nothing else differs, for sipcode_tell_apart() has said
 * what they say. Classes are compared with classes only.
 *
 * `differences` has room for SIPCODE_DIFFERENCES_MAX; they refer to `codes`, which must outlive
 * them. Returns how many were found: at least one when the codes are distinct, for no two have the
 * same summary.
 */
size_t sipcode_differ(const struct sipcode *const *codes, size_t count, int language,
                      struct sipcode_difference *differences);

/** Write a difference as a whole sentence; `size` and answer as for sipcode_fill(). Of more than two
 * codes it says once what is the same for several. */
size_t sipcode_difference_text(const struct sipcode_difference *difference, int language, char *buffer,
                               size_t size);

/** Write what tells the codes apart: the pair's own sentence, else one made of their summaries, a
 * sentence each where there are more than two. */
size_t sipcode_tell_apart(const struct sipcode *const *codes, size_t count, int language, char *buffer,
                          size_t size);

#ifdef __cplusplus
}
#endif

#endif
