// SPDX-License-Identifier: MIT
// Finding response codes in logs, traces and captures: a small machine that reads bytes, and a fast way past those in
// which nothing can begin.

#include <string.h>

#include "fold.h"
#include "sipcode.h"

enum { ESCAPE = 0x1b, NUMBER_DIGITS = 3 };

/* What the machine is at. */
enum phase {
	WORD,   /* letters of "SIP/2.0" or "Status:" */
	BLANKS, /* what follows the word */
	DIGITS, /* the number */
	REST    /* of a line whose number is done, in SIPCODE_SCAN_NUMBERS */
};

enum word { VERSION, TSHARK };
static const char words[][8] = { "SIP/2.0", "Status:" }; /* they begin alike: see step_word() */
enum { WORD_LENGTH = 7 };

/* How far the machine is in a sequence such as "ESC [ 3 1 m" (ECMA-48 section 5.4) or "ESC ( B" (ECMA-35 section 13). */
enum escape { NO_ESCAPE, AFTER_ESCAPE, IN_SEQUENCE, IN_CHARSET };

/* The line began in a piece before this one. */
#define EARLIER ((size_t)-1)

/*
 * Header field names and their short forms: IANA's registry of SIP header fields of 2023-08-10, and two that are seen
 * although they are not in it.
 */
static const char header_names[] =
        "Accept\0Accept-Contact\0Accept-Encoding\0Accept-Language\0Accept-Resource-Priority\0Additional-"
        "Identity\0"
        "Alert-Info\0AlertMsg-Error\0Allow\0Allow-Events\0Answer-Mode\0Attestation-Info\0Authentication-"
        "Info\0"
        "Authorization\0Call-ID\0Call-Info\0Cellular-Network-Info\0Contact\0Content-Disposition\0Content-"
        "Encoding\0"
        "Content-ID\0Content-Language\0Content-Length\0Content-Type\0CSeq\0Date\0DC-Info\0Encryption\0Error-"
        "Info\0"
        "Event\0Expires\0Feature-Caps\0Flow-Timer\0From\0Geolocation\0Geolocation-Error\0Geolocation-"
        "Routing\0Hide\0"
        "History-Info\0Identity\0Identity-Info\0Info-Package\0In-Reply-To\0Join\0Max-Breadth\0Max-Forwards\0"
        "MIME-Version\0Min-Expires\0Min-SE\0Organization\0Origination-Id\0Path\0Permission-Missing\0Policy-"
        "Contact\0"
        "Policy-ID\0Priority\0Priority-Share\0Priority-Verstat\0Priv-Answer-Mode\0Privacy\0Proxy-"
        "Authenticate\0"
        "Proxy-Authorization\0Proxy-Require\0RAck\0Reason\0Record-Route\0Recv-Info\0Refer-Events-At\0Refer-"
        "Sub\0"
        "Refer-To\0Referred-By\0Reject-Contact\0Relayed-Charge\0Replaces\0Reply-To\0Request-"
        "Disposition\0Require\0"
        "Resource-Priority\0Resource-Share\0Response-Key\0Response-Source\0Restoration-Info\0Retry-"
        "After\0Route\0RSeq\0"
        "Security-Client\0Security-Server\0Security-Verify\0Server\0Service-Interact-Info\0Service-Route\0"
        "Session-Expires\0Session-ID\0SIP-ETag\0SIP-If-Match\0Subject\0Subscription-State\0Supported\0"
        "Suppress-If-Match\0Target-Dialog\0Timestamp\0To\0Trigger-Consent\0Unsupported\0User-Agent\0User-to-"
        "User\0Via\0"
        "Warning\0WWW-Authenticate\0" /* and: */ "Diversion\0Remote-Party-ID\0"
        "P-Access-Network-Info\0P-Answer-State\0P-Asserted-Identity\0P-Asserted-Service\0P-Associated-URI\0"
        "P-Called-Party-ID\0P-Charge-Info\0P-Charging-Function-Addresses\0P-Charging-Vector\0P-DCS-Billing-"
        "Info\0"
        "P-DCS-LAES\0P-DCS-OSPS\0P-DCS-Redirect\0P-DCS-Trace-Party-ID\0P-Early-Media\0P-Media-Authorization\0"
        "P-Preferred-Identity\0P-Preferred-Service\0P-Private-Network-Indication\0P-Profile-Key\0P-Refused-"
        "URI-List\0"
        "P-Served-User\0P-User-Database\0P-Visited-Network-ID\0"
        "a\0b\0c\0d\0e\0f\0i\0j\0k\0l\0m\0n\0o\0r\0s\0t\0u\0v\0x\0y\0";

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool same_name(const char *name, const char *known)
{
	while (*name && fold_lower(*name) == fold_lower(*known)) {
		name++;
		known++;
	}
	return *name == *known;
}

/* Whether it is the name of a header field. One all in capitals is a log's word, such as WARNING; so is a letter. */
static bool is_header_name(const char *name)
{
	bool any_small = false;
	for (const char *c = name; *c; c++)
		any_small |= *c >= 'a' && *c <= 'z';
	if (!any_small)
		return false;
	if ((fold_lower(name[0]) == 'x' || name[0] == 'P') && name[1] == '-')
		return true;
	for (const char *known = header_names; *known; known += strlen(known) + 1)
		if (same_name(name, known))
			return true;
	return false;
}

static bool is_between(char c, char first, char last)
{
	return c >= first && c <= last;
}

/* Behind the colour sequence that begins at `at`, or `at` when none does. */
static size_t skip_sequence(const char *text, size_t size, size_t at)
{
	bool colour = at + 1 < size && text[at + 1] == '[';
	size_t to = at + (colour ? 2 : 1);
	if (text[at] != ESCAPE)
		return at;
	while (to < size && is_between(text[to], ' ', colour ? '?' : '/'))
		to++;
	bool whole = to < size && is_between(text[to], colour ? '@' : '0', '~') && (colour || to > at + 1);
	return whole ? to + 1 : at;
}

/* Whether a line begins with the name of a header field and a colon (RFC 3261 section 7.3.1). */
static bool begins_header(const char *line, size_t size)
{
	enum { NAME_SIZE = 48 };
	char name[NAME_SIZE] = "";
	size_t length = 0;
	bool ended = false;
	for (size_t at = 0; at < size; at++) {
		size_t behind = skip_sequence(line, size, at);
		char c = line[at];
		if (behind > at) {
			at = behind - 1;
			continue;
		}
		if (c == ':')
			return is_header_name(name);
		if (fold_is_blank(c))
			ended = length > 0;
		else if (ended || !fold_is_token(c))
			return false;
		else if (length + 1 < NAME_SIZE) /* longer ones are known by how they begin */
			name[length++] = c;
	}
	return false;
}

void sipcode_scan_begin(struct sipcode_scan *scan, enum sipcode_scan_form form)
{
	*scan = (struct sipcode_scan){ .form = form, .line = EARLIER, .before = '\n', .last = '\n' };
}

/* Whether a header field's line ends with the byte: what follows a NUL is another packet. */
static bool ends_header(char c)
{
	return is_line_end(c) || c == '\0';
}

/* Remember more of the line's beginning, as far as it goes and there is room. */
static void add_head(struct sipcode_scan *scan, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size && scan->head_size < SIPCODE_SCAN_HEAD && !ends_header(bytes[i]); i++)
		scan->head[scan->head_size++] = bytes[i];
}

/* Find where the line begins that goes on at `at`; `seen` is where this was asked last. */
static void find_line(struct sipcode_scan *scan, size_t at)
{
	size_t start = at;
	while (start > scan->seen && !ends_header(scan->bytes[start - 1]))
		start--;
	if (start > scan->seen)
		scan->line = start;
	scan->seen = at;
}

void sipcode_scan_feed(struct sipcode_scan *scan, const char *bytes, size_t size)
{
	scan->bytes = bytes;
	scan->size = size;
	scan->at = scan->slow = scan->seen = 0;
	scan->line = EARLIER;
	add_head(scan, bytes, size);
}

/* The piece is read: keep what the next one needs to know of its last line. */
static void leave(struct sipcode_scan *scan)
{
	find_line(scan, scan->size);
	if (scan->line != EARLIER) {
		scan->head_size = 0;
		add_head(scan, scan->bytes + scan->line, scan->size - scan->line);
	}
	scan->size = scan->at = scan->seen = 0;
	scan->line = EARLIER;
}

static bool is_quoted(struct sipcode_scan *scan)
{
	if (ends_header(scan->before)) /* the word begins the line */
		return false;
	find_line(scan, scan->at);
	if (scan->line == EARLIER)
		return begins_header(scan->head, scan->head_size);
	size_t size = scan->at - scan->line;
	return begins_header(scan->bytes + scan->line, size < SIPCODE_SCAN_HEAD ? size : SIPCODE_SCAN_HEAD);
}

/*
 * The words begin alike, and no letter of them is their first once more: one that does not go on a word can only begin
 * another.
 */
static void step_word(struct sipcode_scan *scan, char c)
{
	if (scan->matched > 0 && c == words[scan->word][scan->matched]) {
		scan->matched++;
	} else if (scan->matched == 1 && c == words[TSHARK][1] && !fold_counts(scan->before) &&
	           scan->before != '-' && scan->before != '_') {
		scan->word = TSHARK;
		scan->matched = 2;
	} else {
		scan->word = VERSION;
		scan->matched = c == words[VERSION][0];
		scan->before = scan->last;
	}
	if (scan->matched == WORD_LENGTH) {
		scan->phase = BLANKS;
		scan->matched = scan->blanks = 0;
	}
}

static bool is_response(const struct sipcode_scan *scan)
{
	return scan->digits == NUMBER_DIGITS && scan->number >= 100 && scan->number < 700;
}

static void begin_number(struct sipcode_scan *scan, char c)
{
	scan->phase = DIGITS;
	scan->number = c - '0';
	scan->digits = 1;
}

/* A number with too many digits is malformed, however many there are. */
static void add_digit(struct sipcode_scan *scan, char c)
{
	if (scan->digits > NUMBER_DIGITS)
		return;
	scan->number = 10 * scan->number + (c - '0');
	scan->digits++;
}

/* The number ends at a byte, which is not read yet; what it was, 0 for nothing. */
static int end_number(struct sipcode_scan *scan, char c)
{
	bool response = is_response(scan);
	scan->phase = WORD;
	if (scan->form == SIPCODE_SCAN_NUMBERS) {
		scan->phase = REST;
		return response ? scan->number : SIPCODE_MALFORMED;
	}
	response = response && (fold_is_blank(c) || is_line_end(c));
	if ((!response && scan->word == TSHARK) || is_quoted(scan))
		return 0;
	return response ? scan->number : SIPCODE_MALFORMED;
}

/* One byte of a colour sequence; false when it is none after all. */
static bool step_escape(struct sipcode_scan *scan, char c)
{
	bool begins = scan->escape == AFTER_ESCAPE, colour = scan->escape == IN_SEQUENCE;
	if (begins && c == '[') {
		scan->escape = IN_SEQUENCE;
		return true;
	}
	if (is_between(c, ' ', colour ? '?' : '/')) {
		scan->escape = colour ? IN_SEQUENCE : IN_CHARSET;
		return true;
	}
	scan->escape = NO_ESCAPE;
	if (!begins && is_between(c, colour ? '@' : '0', '~'))
		return true;
	if (scan->phase == DIGITS)
		scan->digits = NUMBER_DIGITS + 1;
	else if (scan->phase == BLANKS)
		scan->phase = WORD;
	scan->matched = 0;
	scan->last = ESCAPE;
	return false;
}

/* Read one byte; false when it ends a number, and is still to be read. */
static bool step(struct sipcode_scan *scan, char c)
{
	if (scan->escape && step_escape(scan, c))
		return true;
	if (c == ESCAPE) {
		scan->escape = AFTER_ESCAPE;
		return true;
	}
	if (scan->phase == DIGITS) {
		if (!fold_is_digit(c))
			return false;
		add_digit(scan, c);
	} else if (scan->form == SIPCODE_SCAN_NUMBERS) {
		if (is_line_end(c))
			scan->phase = WORD;
		else if (scan->phase == WORD && fold_is_digit(c))
			begin_number(scan, c);
	} else if (scan->phase == BLANKS && c == ' ') {
		scan->blanks = 1;
	} else if (scan->phase == BLANKS && scan->blanks && fold_is_digit(c)) {
		begin_number(scan, c);
	} else {
		scan->phase = WORD;
		step_word(scan, c);
	}
	scan->last = c;
	return true;
}

/*
 * 0 where a closer look is worth it: both words begin with S, end in '0' or ':', which two bits set alike ('2' and '8'
 * too), and a blank follows; and ESC begins a colour. Without a branch, so that a compiler looks at many bytes at once.
 */
static inline unsigned char distance(const unsigned char *p)
{
	unsigned word = (p[0] ^ 'S') | ((p[WORD_LENGTH - 1] | ('0' ^ ':')) ^ ':') | (p[WORD_LENGTH] ^ ' ');
	unsigned escape = p[0] ^ ESCAPE;
	return (unsigned char)(word < escape ? word : escape);
}

enum { FAR = 256, NEAR = 32 };

static inline bool any_is_notable(const unsigned char *p, size_t count)
{
	unsigned char least = 0xff;
	for (size_t i = 0; i < count; i++) {
		unsigned char here = distance(p + i);
		least = here < least ? here : least;
	}
	return least == 0;
}

/* How far the bytes at `at` can be skipped. */
static size_t skip(const unsigned char *p, size_t at, size_t size)
{
	while (at + FAR + WORD_LENGTH <= size && !any_is_notable(p + at, FAR))
		at += FAR;
	while (at + NEAR + WORD_LENGTH <= size && !any_is_notable(p + at, NEAR))
		at += NEAR;
	while (at + WORD_LENGTH < size && distance(p + at) > 0)
		at++;
	return at;
}

/* A word may have begun so far before what is notable: none, unless a colour sequence stands inside. */
static size_t look_back(const struct sipcode_scan *scan, size_t at)
{
	bool whole = at + WORD_LENGTH < scan->size && scan->bytes[at] != ESCAPE;
	size_t back = whole ? 0 : WORD_LENGTH;
	return at < scan->at + back ? scan->at : at - back;
}

/* Where nothing has begun, go to where something may; from there to `slow` every byte is read. */
static void skip_ahead(struct sipcode_scan *scan)
{
	size_t at = skip((const unsigned char *)scan->bytes, scan->at, scan->size),
	       from = look_back(scan, at);
	scan->slow = at + WORD_LENGTH < scan->size ? at + 1 : scan->size;
	if (from > scan->at)
		scan->last = scan->bytes[from - 1];
	scan->at = from;
	if (scan->slow < scan->size && memcmp(scan->bytes + from, words[VERSION], WORD_LENGTH) == 0) {
		/* what reading it would come to */
		scan->at += WORD_LENGTH;
		scan->word = VERSION;
		scan->before = scan->last;
		scan->last = words[VERSION][WORD_LENGTH - 1];
		scan->phase = BLANKS;
		scan->blanks = 0;
	}
}

/* Whether nothing has begun. */
static bool is_idle(const struct sipcode_scan *scan)
{
	return scan->phase == WORD && scan->matched == 0 && !scan->escape && scan->at >= scan->slow &&
	       scan->form == SIPCODE_SCAN_MESSAGES;
}

int sipcode_scan_next(struct sipcode_scan *scan)
{
	while (scan->at < scan->size) {
		if (is_idle(scan))
			skip_ahead(scan);
		char c = scan->bytes[scan->at];
		if (step(scan, c)) {
			scan->at++;
			continue;
		}
		int found = end_number(scan, c);
		if (found)
			return found;
	}
	leave(scan);
	return 0;
}

int sipcode_scan_end(struct sipcode_scan *scan)
{
	if (scan->escape)
		step_escape(scan, '\0'); /* which goes on no sequence */
	return scan->phase == DIGITS ? end_number(scan, '\n') : 0;
}
