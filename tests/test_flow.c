// SPDX-License-Identifier: MIT
// Flows: SIP's own rules hold in every exchange, and drawings say all of it at any width.

#include <stdlib.h>
#include <string.h>

#include "ladder.h"
#include "support.h"
#include "utf8.h"

enum { STEPS_MAX = 64, WORDS_SIZE = 1 << 14 };

static struct run run; /* too large for a stack */

/* A request on one hop, and how far it has got. */
struct transaction {
	const struct sipcode_step *request;
	char method[16];
	bool provisional, acknowledged;
	int final; /* 0 until the final response */
};

struct exchange {
	int code;
	struct sipcode_step steps[STEPS_MAX];
	struct transaction transactions[STEPS_MAX];
	size_t step_count, count;
	size_t reliable, prack; /* reliable provisional responses, and the PRACKs for them */
	bool unanswered;        /* a note says that somebody does not answer */
};

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static bool has_detail(const struct sipcode_step *step, const char *beginning)
{
	const char *found = strstr(step->details, beginning);
	return found && (found == step->details || found[-1] == '|');
}

/* Other protocols are drawn where they explain something, and have rules of their own. */
static bool is_sip(const struct sipcode_step *step)
{
	static const char *const others[] = { "ISUP ", "HTTPS ", "DNS ", "TCP " };
	for (size_t i = 0; i < COUNT(others); i++)
		if (strncmp(step->what, others[i], strlen(others[i])) == 0)
			return false;
	return !step->is_note;
}

/* The latest request of a method from one actor to another that has no final response yet. */
static struct transaction *open_request(struct exchange *e, const char *from, const char *to,
                                        const char *method)
{
	for (size_t i = e->count; i-- > 0;) {
		struct transaction *t = &e->transactions[i];
		if (t->final == 0 && is(t->request->from, from) && is(t->request->to, to) &&
		    is(t->method, method))
			return t;
	}
	return NULL;
}

/* A proxy passes on what it has received before. */
static bool is_passed_on(const struct exchange *e, const struct sipcode_step *request, const char *method)
{
	for (size_t i = 0; i < e->count; i++)
		if (is(e->transactions[i].request->to, request->from) &&
		    is(e->transactions[i].method, method))
			return true;
	return false;
}

static int cseq(const struct sipcode_step *step)
{
	const char *found = strstr(step->details, "CSeq: ");
	return found ? atoi(found + 6) : 0;
}

/* RFC 3261 8.1.3.5, 12.2.1.1: whoever sends the same method again raises CSeq. */
static void check_cseq(const struct exchange *e, const struct sipcode_step *request, const char *method)
{
	if (is_passed_on(e, request, method) || is(method, "CANCEL"))
		return;
	for (size_t i = 0; i < e->count; i++) {
		const struct sipcode_step *before = e->transactions[i].request;
		if (!is(e->transactions[i].method, method) || !is(before->from, request->from))
			continue;
		CHECK(cseq(before) > 0 && cseq(request) > cseq(before),
		      "%d: %s of %s again without a higher CSeq", e->code, method, request->from);
	}
}

/* RFC 3261 17.1.1.3 and 13.2.2.4: hop by hop after a failure, end to end after success. */
static void check_ack(struct exchange *e, const struct sipcode_step *ack)
{
	for (size_t i = e->count; i-- > 0;) {
		struct transaction *t = &e->transactions[i];
		bool same_hop = is(t->request->from, ack->from) && is(t->request->to, ack->to);
		bool success = t->final / 100 == 2 && is(t->request->from, ack->from);
		if (!is(t->method, "INVITE") || t->acknowledged || t->final == 0 || (!same_hop && !success))
			continue;
		if (t->final >= 300 && !same_hop)
			continue;
		t->acknowledged = true;
		return;
	}
	fail_msg("%d: ACK from %s to %s answers nothing", e->code, ack->from, ack->to);
}

static void take_request(struct exchange *e, const struct sipcode_step *request)
{
	char method[16];
	size_t length = strcspn(request->what, " ");
	assert_true(length < sizeof method);
	memcpy(method, request->what, length);
	method[length] = '\0';
	if (is(method, "ACK")) {
		check_ack(e, request);
		return;
	}
	if (is(method, "CANCEL")) {
		const struct transaction *invite = open_request(e, request->from, request->to, "INVITE");
		CHECK(invite && invite->provisional,
		      "%d: CANCEL from %s to %s before any provisional response", e->code, request->from,
		      request->to);
	}
	check_cseq(e, request, method);
	e->prack += is(method, "PRACK");
	struct transaction *t = &e->transactions[e->count++];
	*t = (struct transaction){ .request = request };
	memcpy(t->method, method, sizeof method);
}

/* RFC 3261 16.7: a failure goes up only when no branch is left of what was passed on since the request came. */
static void check_branches(const struct exchange *e, size_t request, const struct sipcode_step *response,
                           const char *method)
{
	for (size_t i = request + 1; i < e->count; i++) {
		const struct transaction *t = &e->transactions[i];
		CHECK(t->final || !is(t->request->from, response->from) || !is(t->method, method) ||
		              e->unanswered,
		      "%d: %s sends '%s' up while %s has not answered", e->code, response->from,
		      response->what, t->request->to);
	}
}

static void take_response(struct exchange *e, const struct sipcode_step *response)
{
	int code = response->what[0] == '*' ? e->code : atoi(response->what);
	const char *method = strchr(response->what, ' ') + 1;
	struct transaction *t = open_request(e, response->to, response->from, method);
	CHECK(t, "%d: '%s' from %s to %s answers nothing", e->code, response->what, response->from,
	      response->to);
	if (code < 200) {
		t->provisional = true;
		bool reliable = has_detail(response, "Require: 100rel");
		CHECK(!reliable || has_detail(response, "RSeq: "), "%d: a reliable %d without RSeq", e->code,
		      code);
		e->reliable += reliable;
		return;
	}
	CHECK(code == 200 || !is(method, "CANCEL"), "%d: CANCEL gets %d", e->code, code);
	if (code >= 300 && is(method, "INVITE"))
		check_branches(e, (size_t)(t - e->transactions), response, method);
	t->final = code;
}

static void read_exchange(struct exchange *e, const struct sipcode *flow, int code)
{
	*e = (struct exchange){ .code = code };
	for (const char *item = sipcode_value(flow, SIPCODE_STEP, 0); *item;
	     item = sipcode_value_next(item)) {
		assert_true(e->step_count < STEPS_MAX);
		struct sipcode_step *step = &e->steps[e->step_count++];
		sipcode_step(item, step);
		if (step->is_note)
			e->unanswered = e->unanswered || strstr(step->what, "no-answer") ||
			                strstr(step->what, "timer-") || strstr(step->what, "makes-up-code");
		else if (is_sip(step) && (step->what[0] == '*' || atoi(step->what) > 0))
			take_response(e, step);
		else if (is_sip(step))
			take_request(e, step);
	}
}

/* What is still open at the end. */
static void check_ends(const struct exchange *e)
{
	bool shown = false;
	for (size_t i = 0; i < e->count; i++) {
		const struct transaction *t = &e->transactions[i];
		CHECK(t->final || e->unanswered, "%d: %s from %s to %s is never answered", e->code, t->method,
		      t->request->from, t->request->to);
		bool originated = t->final >= 300;
		for (size_t j = 0; j < e->count && t->final / 100 == 2; j++)
			originated = originated || is(e->transactions[j].request->from, t->request->from);
		bool passed_on = false;
		for (size_t j = 0; j < i; j++)
			passed_on = passed_on || (is(e->transactions[j].request->to, t->request->from) &&
			                          is(e->transactions[j].method, "INVITE"));
		if (is(t->method, "INVITE") && t->final && (t->final >= 300 || (originated && !passed_on)))
			CHECK(t->acknowledged, "%d: %d from %s to %s is not acknowledged", e->code, t->final,
			      t->request->to, t->request->from);
	}
	for (size_t i = 0; i < e->step_count; i++)
		shown = shown || (!e->steps[i].is_note &&
		                  (e->steps[i].what[0] == '*' || atoi(e->steps[i].what) == e->code));
	CHECK(shown || e->unanswered, "%d does not come in its flow", e->code);
	CHECK(e->prack >= e->reliable, "%d: %zu reliable provisional responses, %zu PRACK", e->code,
	      e->reliable, e->prack);
}

/* A flow by the name of its title in English; a row of its own, so that a failure names it. */
struct flow_case {
	const char *name;
	const struct sipcode *flow;
};

static void check_protocol(void **state)
{
	const struct flow_case *row = *state;
	static struct exchange e;
	const char *code = sipcode_value(row->flow, SIPCODE_CODES, 0);
	for (; *code; code = sipcode_value_next(code)) {
		read_exchange(&e, row->flow, atoi(code));
		check_ends(&e);
	}
}

static void test_every_registered_code_has_a_flow(void **state)
{
	(void)state;
	assert_null(sipcode_next_flow(sipcode_next(SIPCODE_KIND_VARIANT, NULL), NULL));
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));)
		CHECK(!sipcode_is_registered(code) || sipcode_next_flow(code, NULL), "%d has no flow",
		      sipcode_number(code));
}

/* Whether one of the flows has `item` in a field: a note's key, an actor's role. */
static bool is_used(enum sipcode_field field, char mark, const char *item)
{
	size_t length = strlen(item);
	for (const struct sipcode *f = NULL; (f = sipcode_next(SIPCODE_KIND_FLOW, f));)
		for (const char *v = sipcode_value(f, field, 0); *v; v = sipcode_value_next(v)) {
			const char *at = strchr(v, mark);
			if (at && strcmp(at + 1, item) == 0 && strlen(at + 1) == length)
				return true;
		}
	return false;
}

static void test_words_of_flows_are_used(void **state)
{
	(void)state;
	char *text = read_source("data/en.txt"), *rest = text;
	size_t checked = 0;
	for (char *line; (line = next_line(&rest));) {
		bool note = strncmp(line, "note.", 5) == 0, actor = strncmp(line, "actor.", 6) == 0;
		char *colon = strchr(line, ':');
		if ((!note && !actor) || !colon)
			continue;
		*colon = '\0';
		CHECK(note ? is_used(SIPCODE_STEP, '|', line + 5) : is_used(SIPCODE_ACTORS, ' ', line + 6),
		      "no flow uses %s", line);
		checked++;
	}
	assert_true(checked > 50);
	free(text);
}

static void draw(const struct sipcode *code, size_t width, bool ascii, const char *color)
{
	char number[8], columns[24];
	snprintf(number, sizeof number, "%d", sipcode_number(code));
	snprintf(columns, sizeof columns, "%zu", width);
	const char *const args[] = {
		"flow", number, "--width", columns, "--color", color, ascii ? "--ascii" : NULL, NULL
	};
	run_args(&run, args);
	CHECK(run.status == 0 && run.err[0] == '\0', "flow %d: %s", sipcode_number(code), run.err);
}

/* Append what is no blank. */
static void squeeze(char *words, const char *text)
{
	size_t at = strlen(words);
	for (; *text; text++)
		if (*text != ' ' && *text != '\n') {
			assert_true(at + 1 < WORDS_SIZE);
			words[at++] = *text;
		}
	words[at] = '\0';
}

/* The words of all steps, as a ladder or a list has them. */
static void expect_words(const struct sipcode *flow, const struct sipcode *code, bool list, char *words)
{
	struct view view = { .language = test_language() };
	size_t number = 0;
	words[0] = '\0';
	for (const char *item = sipcode_value(flow, SIPCODE_STEP, 0); *item;
	     item = sipcode_value_next(item)) {
		struct sipcode_step step;
		char text[CELL_SIZE], details[CELL_SIZE], line[3 * CELL_SIZE];
		sipcode_step(item, &step);
		const struct sipcode *response = step_response(&step, code);
		bool asked = response && sipcode_number(response) == sipcode_number(code);
		bool alone = step.to[0] == '\0';
		step_text(&view, flow, code, &step, text);
		step_details(&view, &step, list ? ", " : "\n", details);
		if (list)
			snprintf(line, sizeof line, "%zu. %s%s%s", ++number, step.from,
			         alone           ? ""
			         : step.is_media ? "="
			         : step.is_note  ? "-"
			         : step.is_lost  ? "x"
			                         : ">",
			         step.to);
		else
			line[0] = '\0';
		squeeze(words, line);
		snprintf(line, sizeof line, "%s%s%s%s%s",
		         asked            ? "["
		         : alone && !list ? "("
		                          : "",
		         text,
		         asked            ? "]"
		         : alone && !list ? ")"
		                          : "",
		         list && *details ? "," : "", details);
		squeeze(words, line);
	}
}

static bool begins(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* A ladder without its lines and arrows. */
static void squeeze_ladder(char *words, const char *line)
{
	static const char *const marks[] = { "<\xe2\x94\x80", "<\xe2\x95\x90", "\xe2\x94\x80>",
		                             "\xe2\x95\x90>", "\xe2\x94\x80",  "\xe2\x95\x90",
		                             "\xe2\x94\x82" };
	while (*line) {
		size_t mark = 0;
		while (mark < COUNT(marks) && !begins(line, marks[mark]))
			mark++;
		char one[2] = { *line, '\0' };
		if (mark == COUNT(marks))
			squeeze(words, one);
		line += mark < COUNT(marks) ? strlen(marks[mark]) : 1;
	}
}

/* The first flow drawn: its lines between the blank one under the title and the blank one above the reference. */
static char *drawing_of(char *out)
{
	char *start = strstr(out, "\n\n"), *end = start ? strstr(start + 2, "\n\n") : NULL;
	if (!start || !end)
		fail_msg("no drawing in: %s", out);
	else
		end[1] = '\0';
	return start ? start + 2 : out;
}

static size_t column_of(const char *line, const char *at)
{
	return utf8_width(line, (size_t)(at - line));
}

/* Where the actors stand, by the line of their names. */
static size_t read_columns(const char *line, const struct sipcode *flow, size_t columns[ACTORS_MAX])
{
	size_t count = 0;
	const char *at = line;
	for (const char *item = sipcode_value(flow, SIPCODE_ACTORS, 0); *item;
	     item = sipcode_value_next(item)) {
		char id[8];
		snprintf(id, sizeof id, "%.*s", (int)strcspn(item, " "), item);
		/* a name that is longer than the last column stands below its letter */
		for (at = strstr(at, id); at && at[strlen(id)] != ' ' && at[strlen(id)] != '\0';)
			at = strstr(at + 1, id);
		CHECK(at, "no '%s' in '%s'", id, line);
		columns[count++] = column_of(line, at);
		at++;
	}
	return count;
}

static size_t actor_index(const struct sipcode *flow, const char *id)
{
	size_t index = 0;
	const char *item = sipcode_value(flow, SIPCODE_ACTORS, 0);
	for (; *item; item = sipcode_value_next(item), index++)
		if (begins(item, id) && item[strlen(id)] == ' ')
			break;
	return index;
}

/* Whether the line is the arrow of a step, from actor to actor. */
static void check_arrow(const char *line, const struct sipcode *flow, const struct sipcode_step *step,
                        const size_t *columns)
{
	size_t from = columns[actor_index(flow, step->from)], to = columns[actor_index(flow, step->to)];
	const char *shaft = step->is_media ? "\xe2\x95\x90" : step->is_note ? "\xe2\x94\x84" : "\xe2\x94\x80";
	const char *head = strstr(line, step->is_lost                      ? "x"
	                                : step->is_note && !step->is_media ? shaft
	                                : from < to                        ? ">"
	                                                                   : "<");
	const char *first = strstr(line, shaft), *last = first;
	while (last && (begins(last, shaft) || (step->is_lost && *last == ' ')))
		last += *last == ' ' ? 1 : strlen(shaft);
	CHECK(head && first, "no arrow in '%s'", line);
	size_t begin = column_of(line, first), end = column_of(line, last);
	if (step->is_note && !step->is_media) {
		assert_int_equal(begin, (from < to ? from : to) + 1);
		assert_int_equal(end, from < to ? to : from);
		return;
	}
	if (step->is_note) {
		assert_int_equal(begin, columns[0] == from || from < to ? from + 2 : to + 2);
		return;
	}
	CHECK(from < to ? begin == from + 1 && end + 1 == to : begin == to + 2 && end == from,
	      "%s > %s: '%s'", step->from, step->to, line);
	CHECK(column_of(line, head) == (from < to ? to - 1 : to + 1), "the head of '%s'", line);
}

static bool is_arrow(const char *line)
{
	return strstr(line, "\xe2\x94\x80") || strstr(line, "\xe2\x95\x90") || strstr(line, "\xe2\x94\x84");
}

static void check_ladder(const struct sipcode *flow, char *drawing, char *words)
{
	size_t columns[ACTORS_MAX], actors = 0;
	const char *item = sipcode_value(flow, SIPCODE_STEP, 0);
	struct sipcode_step step = { .is_note = true };
	for (char *line; (line = next_line(&drawing));) {
		bool names = !strstr(line, "\xe2\x94\x82") && !is_arrow(line);
		if (actors == 0)
			actors = read_columns(line, flow, columns);
		if (!names && !is_arrow(line))
			squeeze_ladder(words, line);
		if (!is_arrow(line))
			continue;
		do {
			CHECK(*item, "an arrow too many: '%s'", line);
			sipcode_step(item, &step);
			item = sipcode_value_next(item);
		} while (step.to[0] == '\0');
		check_arrow(line, flow, &step, columns);
	}
	for (; *item; item = sipcode_value_next(item)) {
		sipcode_step(item, &step);
		CHECK(step.to[0] == '\0', "no arrow for %s > %s", step.from, step.to);
	}
}

/* All steps can be read back, in order and word by word, and arrows end at their actors. */
static void check_drawing(const struct sipcode *code, size_t width)
{
	static char expected[WORDS_SIZE], words[WORDS_SIZE];
	const struct sipcode *flow = sipcode_next_flow(code, NULL);
	struct view view = { .language = test_language() };
	bool list = !ladder_fits(&view, flow, width);
	draw(code, width, false, "never");
	char *drawing = drawing_of(run.out);
	expect_words(flow, code, list, expected);
	words[0] = '\0';
	if (list)
		squeeze(words, strchr(strstr(drawing, "\n  1. "), '1'));
	else
		check_ladder(flow, drawing, words);
	CHECK(is(words, expected), "flow %d --width %zu:\n%s\n%s", sipcode_number(code), width, words,
	      expected);
}

static void test_drawings_say_every_step_at_any_width(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));)
		for (size_t width = 40; width <= 200 && sipcode_next_flow(code, NULL); width++)
			check_drawing(code, width);
}

static void check_widths(const struct sipcode *code, bool ascii, const char *color)
{
	for (size_t width = 40; width <= 200; width++) {
		draw(code, width, ascii, color);
		for (char *rest = run.out, *line; (line = next_line(&rest));) {
			size_t length = strlen(line);
			CHECK(shown_width(line) <= width, "flow %d --width %zu: %s", sipcode_number(code),
			      width, line);
			CHECK(length == 0 || line[length - 1] != ' ', "blanks end '%s'", line);
			CHECK(!ascii || test_language() > 0 || utf8_width(line, length) == length,
			      "not ASCII: %s", line);
			CHECK(!ascii || (!strstr(line, "\xe2\x94") && !strstr(line, "\xe2\x95")), "lines: %s",
			      line);
		}
	}
}

static void test_drawings_fit_all_widths(void **state)
{
	(void)state;
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));)
		if (sipcode_next_flow(code, NULL)) {
			check_widths(code, false, "never");
			check_widths(code, true, "never");
			check_widths(code, false, "always");
		}
}

/* The same drawing in ASCII, character by character. */
static void test_ascii_drawings_are_the_same(void **state)
{
	(void)state;
	static char drawn[sizeof run.out];
	for (const struct sipcode *code = NULL; (code = sipcode_next(SIPCODE_KIND_CODE, code));) {
		if (!sipcode_next_flow(code, NULL))
			continue;
		draw(code, 80, false, "never");
		char *to = drawn;
		for (const char *c = run.out; *c; to++) {
			bool box = begins(c, "\xe2\x94") || begins(c, "\xe2\x95");
			*to = !box                        ? *c
			      : begins(c, "\xe2\x94\x82") ? '|'
			      : begins(c, "\xe2\x94\x80") ? '-'
			      : begins(c, "\xe2\x94\x84") ? '.'
			                                  : '=';
			c += box ? 3 : 1;
		}
		*to = '\0';
		draw(code, 80, true, "never");
		assert_string_equal(run.out, drawn);
	}
}

static void test_steps_are_read_whole(void **state)
{
	(void)state;
	struct sipcode_step step;
	sipcode_step("A>P2|INVITE sip:c@example.net|SDP offer|CSeq: 2", &step);
	assert_string_equal(step.from, "A");
	assert_string_equal(step.to, "P2");
	assert_string_equal(step.what, "INVITE sip:c@example.net");
	assert_string_equal(step.details, "SDP offer|CSeq: 2");
	assert_false(step.is_note);
	sipcode_step("B1|rings", &step);
	assert_string_equal(step.from, "B1");
	assert_string_equal(step.to, "");
	assert_string_equal(step.what, "rings");
	assert_string_equal(step.details, "");
	assert_true(step.is_note);
	sipcode_step("A=B|media", &step);
	assert_string_equal(step.to, "B");
	assert_true(step.is_note && step.is_media);
	sipcode_step("A-B|call-up", &step);
	assert_string_equal(step.to, "B");
	assert_true(step.is_note && !step.is_media && !step.is_lost);
	sipcode_step("AxB|ACK", &step);
	assert_string_equal(step.to, "B");
	assert_true(step.is_lost && !step.is_note);
}

int main(void)
{
	struct suite suite = { .count = 0 };
	clear_environment();
	static struct flow_case flows[200];
	size_t count = 0;
	for (const struct sipcode *f = NULL; (f = sipcode_next(SIPCODE_KIND_FLOW, f)) && count < COUNT(flows);
	     count++)
		flows[count] = (struct flow_case){ sipcode_value(f, SIPCODE_TITLE, 0), f };
	suite_rows(&suite, flows, sizeof flows[0], count, check_protocol);
	SUITE_TEST(&suite, test_every_registered_code_has_a_flow);
	SUITE_TEST(&suite, test_words_of_flows_are_used);
	SUITE_TEST(&suite, test_drawings_say_every_step_at_any_width);
	SUITE_TEST(&suite, test_drawings_fit_all_widths);
	SUITE_TEST(&suite, test_ascii_drawings_are_the_same);
	SUITE_TEST(&suite, test_steps_are_read_whole);
	return suite_run(&suite, "flow");
}
