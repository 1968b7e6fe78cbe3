// SPDX-License-Identifier: MIT
// Writing the model as C.

#include "emit.h"

#include <string.h>

/* Every distinct string once; its offset is where it will stand. */
struct pool {
	struct arena *arena;
	struct pooled {
		const char *bytes;
		size_t size; /* with all its NULs */
		size_t offset;
	} * strings;
	size_t count;
	size_t size;
	size_t *slots; /* a hash table of indices into strings, from 1; 0 is free */
};

enum { SLOTS = 1 << 16 };

static size_t hash(const char *bytes, size_t size)
{
	size_t h = 2166136261u;
	for (size_t i = 0; i < size; i++)
		h = (h ^ (unsigned char)bytes[i]) * 16777619u;
	return h;
}

static size_t pool_add(struct pool *pool, const char *bytes, size_t size)
{
	size_t slot = hash(bytes, size) % SLOTS;
	for (; pool->slots[slot]; slot = (slot + 1) % SLOTS) {
		const struct pooled *s = &pool->strings[pool->slots[slot] - 1];
		if (s->size == size && memcmp(s->bytes, bytes, size) == 0)
			return s->offset;
	}
	struct pooled *s = ARENA_PUSH(pool->arena, pool->strings, pool->count);
	*s = (struct pooled){ bytes, size, pool->size };
	pool->size += size;
	pool->slots[slot] = pool->count;
	return s->offset;
}

/* A value ends with an empty string; one that is not there is nothing but that. */
static size_t pool_value(struct pool *pool, const struct value *value)
{
	if (value->size == 0)
		return pool_add(pool, "", 1);
	char *bytes = arena_alloc(pool->arena, value->size + 1);
	memcpy(bytes, value->bytes, value->size);
	return pool_add(pool, bytes, value->size + 1);
}

static size_t pool_text(struct pool *pool, const char *text)
{
	return pool_add(pool, text, strlen(text) + 1);
}

/* In ASCII, and parted where an escape could swallow what follows. */
static void emit_literal(FILE *to, const char *bytes, size_t size)
{
	fputc('"', to);
	for (size_t i = 0; i < size; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c == '"' || c == '\\' || c == '?')
			fprintf(to, "\\%c", c);
		else if (c >= 0x20 && c < 0x7f)
			fputc(c, to);
		else
			fprintf(to, "\\%03o", c);
	}
	fputc('"', to);
}

static void pool_words(const struct model *model, struct pool *pool, size_t language)
{
	for (size_t i = 0; i < model->word_count; i++)
		pool_text(pool, model->words[i].texts[language]);
}

static void pool_texts(struct pool *pool, const struct entry *entry, size_t language)
{
	for (size_t text = 0; text < TABLE_TEXTS; text++)
		pool_value(pool, &entry->texts[language].value[text]);
}

/*
 * All strings of an entry lie together, behind the words of the interface: one look-up touches few pages. So they do in
 * each other language, behind English.
 */
static void pool_all(const struct model *model, struct pool *pool)
{
	for (size_t i = 0; i < model->language_count; i++)
		pool_text(pool, model->languages[i].tag);
	for (size_t i = 0; i < model->word_count; i++)
		pool_text(pool, model->words[i].key);
	pool_words(model, pool, 0);
	pool_text(pool, model->registry_date);
	for (size_t i = 0; i < model->entry_count; i++) {
		for (size_t field = 0; field < TABLE_FACTS; field++)
			pool_value(pool, &model->entries[i].facts[field]);
		pool_texts(pool, &model->entries[i], 0);
	}
	for (size_t language = 1; language < model->language_count; language++) {
		pool_words(model, pool, language);
		for (size_t i = 0; i < model->entry_count; i++)
			pool_texts(pool, &model->entries[i], language);
	}
}

/* One object, so that its parts lie in this order: what every answer needs, then the strings of each entry. */
static void emit_type(const struct model *model, const struct pool *pool, FILE *to)
{
	size_t languages = model->language_count, entries = model->entry_count, words = model->word_count;
	fputs("static const struct {\n", to);
	fprintf(to, "\tuint16_t kinds[%d];\n", TABLE_KINDS + 1);
	fprintf(to, "\tuint32_t languages[%zu];\n", languages);
	fprintf(to, "\tuint32_t keys[%zu];\n", words);
	fprintf(to, "\tuint32_t words[%zu];\n", languages * words);
	fputs("\tstruct table_group tokens[TABLE_FACTS], explanations[TABLE_FACTS];\n", to);
	fprintf(to, "\tstruct sipcode entries[%zu];\n", entries);
	fprintf(to, "\tuint32_t texts[%zu][TABLE_TEXTS];\n", languages * entries);
	fputs("\tstruct {\n", to);
	for (size_t i = 0; i < pool->count; i++)
		fprintf(to, "\t\tchar s%zu[%zu];\n", pool->strings[i].offset, pool->strings[i].size);
	fputs("\t} pool;\n} table = {\n", to);
}

static void emit_kinds(const struct model *model, FILE *to)
{
	fputs("{", to);
	for (int kind = 0; kind <= TABLE_KINDS; kind++) {
		size_t first = 0;
		while (first < model->entry_count && (int)model->entries[first].kind < kind)
			first++;
		fprintf(to, " %zu,", first);
	}
	fputs(" },\n", to);
}

static void emit_vocabulary(const struct model *model, struct pool *pool, FILE *to)
{
	fputs("{", to);
	for (size_t i = 0; i < model->language_count; i++)
		fprintf(to, " %zu,", pool_text(pool, model->languages[i].tag));
	fputs(" },\n{\n", to);
	for (size_t i = 0; i < model->word_count; i++)
		fprintf(to, "\t%zu,\n", pool_text(pool, model->words[i].key));
	fputs("},\n{\n", to);
	for (size_t language = 0; language < model->language_count; language++)
		for (size_t i = 0; i < model->word_count; i++)
			fprintf(to, "\t%zu,\n", pool_text(pool, model->words[i].texts[language]));
	fputs("},\n", to);
}

/* Where in the sorted words those of a kind are, for each fact. */
static void emit_groups(const struct model *model, const char *kind, FILE *to)
{
	fputs("{\n", to);
	for (int field = 0; field < TABLE_FACTS; field++) {
		char prefix[64];
		size_t first = 0, count = 0;
		int length = snprintf(prefix, sizeof prefix, "%s.%s.", kind,
		                      sipcode_field_name((enum sipcode_field)field));
		for (size_t i = 0; i < model->word_count; i++) {
			int order = strncmp(model->words[i].key, prefix, (size_t)length);
			first += order < 0;
			count += order == 0;
		}
		fprintf(to, "\t{ %zu, %zu, %d },\n", first, count, length);
	}
	fputs("},\n", to);
}

static void emit_entries(const struct model *model, struct pool *pool, FILE *to)
{
	fputs("{\n", to);
	for (size_t i = 0; i < model->entry_count; i++) {
		const struct entry *entry = &model->entries[i];
		fprintf(to, "\t{ %d, %u, %u, {", (int)entry->kind, entry->number, entry->other);
		for (size_t field = 0; field < TABLE_FACTS; field++)
			fprintf(to, "%s %zu", field ? "," : "", pool_value(pool, &entry->facts[field]));
		fputs(" } },\n", to);
	}
	fputs("},\n", to);
}

static void emit_texts(const struct model *model, struct pool *pool, FILE *to)
{
	fputs("{\n", to);
	for (size_t language = 0; language < model->language_count; language++)
		for (size_t i = 0; i < model->entry_count; i++) {
			fputs("\t{", to);
			for (size_t text = 0; text < TABLE_TEXTS; text++) {
				const struct texts *texts = model->entries[i].texts;
				bool own = texts[language].value[text].size > 0;
				fprintf(to, "%s %zu", text ? "," : "",
				        pool_value(pool, &texts[own ? language : 0].value[text]));
			}
			fputs(" },\n", to);
		}
	fputs("},\n", to);
}

static void emit_pool(const struct pool *pool, FILE *to)
{
	fputs("{\n", to);
	for (size_t i = 0; i < pool->count; i++) {
		fputc('\t', to);
		/* the literal brings the last NUL itself */
		emit_literal(to, pool->strings[i].bytes, pool->strings[i].size - 1);
		fputs(",\n", to);
	}
	fputs("},\n};\n\n", to);
	fprintf(to, "_Static_assert(sizeof table.pool == %zu, \"the strings lie side by side\");\n\n",
	        pool->size);
}

/* What src/lib/table.h declares. */
static void emit_parts(const struct model *model, struct pool *pool, FILE *to)
{
	fputs("const uint16_t *const table_kinds = table.kinds;\n"
	      "const uint32_t *const table_languages = table.languages;\n"
	      "const uint32_t *const table_keys = table.keys;\n"
	      "const uint32_t *const table_words = table.words;\n"
	      "const struct table_group *const table_tokens = table.tokens;\n"
	      "const struct table_group *const table_explanations = table.explanations;\n"
	      "const struct sipcode *const table_entries = table.entries;\n"
	      "const uint32_t (*const table_texts)[TABLE_TEXTS] = table.texts;\n"
	      "const char *const table_strings = (const char *)&table.pool;\n\n",
	      to);
	fprintf(to, "const uint16_t table_language_count = %zu;\n", model->language_count);
	fprintf(to, "const uint16_t table_key_count = %zu;\n", model->word_count);
	fprintf(to, "const uint32_t table_registry_date = %zu;\n", pool_text(pool, model->registry_date));
}

void emit_table(const struct model *model, FILE *to)
{
	struct pool pool = { .arena = model->arena };
	pool.slots = arena_alloc(model->arena, SLOTS * sizeof *pool.slots);
	pool_text(&pool, ""); /* offset 0 */
	pool_all(model, &pool);
	fputs("// Written by sipcode-gen from data/; change those files instead.\n\n#include "
	      "\"table.h\"\n\n",
	      to);
	emit_type(model, &pool, to);
	emit_kinds(model, to);
	emit_vocabulary(model, &pool, to);
	emit_groups(model, "token", to);
	emit_groups(model, "explain", to);
	emit_entries(model, &pool, to);
	emit_texts(model, &pool, to);
	emit_pool(&pool, to);
	emit_parts(model, &pool, to);
}

void emit_words(const struct model *model, FILE *to)
{
	fputs("// Written by sipcode-gen from data/en.txt; change that file instead.\n\n", to);
	fputs("#ifndef WORDS_H\n#define WORDS_H\n\n", to);
	for (size_t i = 0; i < model->word_count; i++) {
		fputs("#define WORD_", to);
		for (const char *c = model->words[i].key; *c; c++)
			fputc(strchr(".-+", *c) ? '_' : *c, to);
		fprintf(to, " \"%s\"\n", model->words[i].key);
	}
	fputs("\n#endif\n", to);
}
