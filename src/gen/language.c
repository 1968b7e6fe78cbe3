// SPDX-License-Identifier: MIT
// A language file, as the generator takes it in.

#include "language.h"

#include <string.h>

#include "code.h"
#include "flow.h"
#include "reason.h"

/* The entry that a stanza is about. */
static struct entry *find_subject(struct model *model, const struct line *line, size_t language,
                                  const struct schema **schema)
{
	static const struct {
		const struct schema *schema;
		struct entry *(*find)(struct model *model, const char *text);
	} subjects[] = {
		{ &schema_class_texts, code_find_class },
		{ &schema_code_texts, code_find },
		{ &schema_pair_texts, code_find_pair },
		{ &schema_variant_texts, code_find_variant },
	};
	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
		*schema = subjects[i].schema;
		if (strcmp(line->field, (*schema)->key) == 0)
			return subjects[i].find(model, line->value);
	}
	*schema = &schema_flow_texts;
	if (strcmp(line->field, (*schema)->key) == 0)
		return flow_find_untold(model, line->value, language);
	*schema = NULL;
	return reason_find(model, line->field, line->value, schema);
}

/* Words and texts have none; what looks like one would be lost. */
static void check_no_source(const struct place *place, const struct line *line)
{
	if (*line->source)
		MISTAKE(place, line->number, "'[%s]' at the end of '%s' would be a source", line->source,
		        line->field);
}

static void take_words(const struct place *place, const struct stanza *stanza, size_t language)
{
	struct model *model = place->model;
	for (size_t i = 1; i < stanza->count; i++) {
		const struct line *line = &stanza->lines[i];
		struct word *word = NULL;
		for (size_t j = 0; j < model->word_count && !word; j++)
			if (strcmp(model->words[j].key, line->field) == 0)
				word = &model->words[j];
		if (word && word->texts[language])
			MISTAKE(place, line->number, "'%s' stands twice", line->field);
		if (!word && language > 0) {
			MISTAKE(place, line->number, "'%s' is no word of English", line->field);
			continue;
		}
		if (!word) {
			word = ARENA_PUSH(model->arena, model->words, model->word_count);
			*word = (struct word){ .key = line->field };
		}
		check_no_source(place, line);
		word->texts[language] = line->value;
		word->lines[language] = line->number;
	}
}

static void take_texts(const struct place *place, struct entry *entry, const struct schema *schema,
                       const struct stanza *stanza, size_t language)
{
	const struct line *first = &stanza->lines[0];
	entry->told[language] = first->number;
	if (language == 0) {
		size_t size = strlen(first->field) + strlen(first->value) + sizeof ": ";
		char *title = arena_alloc(place->model->arena, size);
		snprintf(title, size, "%s: %s", first->field, first->value);
		entry->title = title;
	}
	for (size_t i = 0; i < stanza->count; i++)
		check_no_source(place, &stanza->lines[i]);
	stanza_take(place, entry, schema, stanza, language);
}

/* As sipcode_language() looks for it. */
static void check_tag(const struct place *place, const char *tag)
{
	const struct model *model = place->model;
	if (strspn(tag, "abcdefghijklmnopqrstuvwxyz") != strlen(tag))
		MISTAKE(place, 1, "'%s' is no language: write 'pt'", tag);
	for (size_t i = 0; i < model->language_count; i++)
		if (strcmp(model->languages[i].tag, tag) == 0)
			MISTAKE(place, 1, "'%s' stands twice", tag);
}

void language_add(struct model *model, const struct document *document)
{
	struct place place = { model, document->name };
	if (document->count == 0 || model->language_count == LANGUAGES_MAX ||
	    !stanza_begins(&place, &document->stanzas[0], "language")) {
		MISTAKE(&place, 1, "a language file begins with 'language: TAG'");
		return;
	}
	check_tag(&place, document->stanzas[0].lines[0].value);
	size_t language = model->language_count++;
	model->languages[language] =
	        (struct language){ .tag = document->stanzas[0].lines[0].value, .file = document->name };
	for (size_t i = 1; i < document->count; i++) {
		const struct stanza *stanza = &document->stanzas[i];
		if (strcmp(stanza->lines[0].field, "words") == 0) {
			take_words(&place, stanza, language);
			continue;
		}
		const struct schema *schema;
		struct entry *entry = find_subject(model, &stanza->lines[0], language, &schema);
		if (!schema)
			MISTAKE(&place, stanza->lines[0].number, "unknown stanza '%s'",
			        stanza->lines[0].field);
		else if (!entry)
			MISTAKE(&place, stanza->lines[0].number, "no such %s: '%s'", schema->key,
			        stanza->lines[0].value);
		else if (entry_value(entry, SIPCODE_SUMMARY, language)->size ||
		         entry_value(entry, SIPCODE_SENTENCE, language)->size)
			MISTAKE(&place, stanza->lines[0].number, "this stands here already");
		else
			take_texts(&place, entry, schema, stanza, language);
	}
}
