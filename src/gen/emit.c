// SPDX-License-Identifier: MIT
// Writing the model as C.

#include "emit.h"

#include <assert.h>
#include <string.h>

/* What lies in the pool, in this order: every distinct string once, and between them the values of each entry. */
struct pool {
	struct arena *arena;
	struct pooled {
		const char *bytes;
		size_t size; /* with all its NULs */
		size_t offset;
		size_t uses;
		const struct entry *entry; /* not a string but this entry's values */
	} * items;
	size_t count;
	size_t size;
	size_t *slots;  /* a hash table of indices into the strings, from 1; 0 is free */
	size_t *values; /* by entry: where its values are */
};

enum { SLOTS = 1 << 18, ALIGNMENT = sizeof(uint32_t) };

static void pool_init(struct pool *pool, struct arena *arena)
{
	*pool = (struct pool){ .arena = arena, .slots = arena_alloc(arena, SLOTS * sizeof *pool->slots) };
}

static size_t hash(const char *bytes, size_t size)
{
	size_t h = 2166136261u;
	for (size_t i = 0; i < size; i++)
		h = (h ^ (unsigned char)bytes[i]) * 16777619u;
	return h;
}

static struct pooled *pool_push(struct pool *pool, size_t size)
{
	struct pooled *item = ARENA_PUSH(pool->arena, pool->items, pool->count);
	item->offset = pool->size;
	item->size = size;
	pool->size += size;
	return item;
}

static size_t pool_add(struct pool *pool, const char *bytes, size_t size)
{
	size_t slot = hash(bytes, size) % SLOTS;
	for (; pool->slots[slot]; slot = (slot + 1) % SLOTS) {
		assert(pool->items && pool->count < SLOTS);
		struct pooled *known = &pool->items[pool->slots[slot] - 1];
		if (known->size == size && memcmp(known->bytes, bytes, size) == 0) {
			known->uses++;
			return known->offset;
		}
	}
	struct pooled *item = pool_push(pool, size);
	item->bytes = bytes;
	item->uses = 1;
	pool->slots[slot] = pool->count;
	return item->offset;
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

/* In ASCII; three octal digits swallow nothing that follows. */
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

/* A text is there for all languages or for none: what one does not tell is taken from English. */
static bool has_text(const struct model *model, const struct entry *entry, size_t text)
{
	for (size_t language = 0; language < model->language_count; language++)
		if (entry->texts[language].value[text].size > 0)
			return true;
	return false;
}

static size_t count_texts(const struct model *model, const struct entry *entry)
{
	size_t count = 0;
	for (size_t text = 0; text < TABLE_TEXTS; text++)
		count += has_text(model, entry, text);
	return count;
}

static size_t count_values(const struct model *model, const struct entry *entry)
{
	size_t count = model->language_count * count_texts(model, entry);
	for (size_t field = 0; field < TABLE_FACTS; field++)
		count += entry->facts[field].size > 0;
	return count;
}

/* Whether every entry that is shown needs such words; the others are for comparisons, messages and help. */
static bool is_near(const char *key)
{
	static const char *const near[] = { "cell.",   "explain.", "heading.", "mark.",
		                            "nature.", "stack.",   "token.",   "who." };
	for (size_t i = 0; i < sizeof near / sizeof near[0]; i++)
		if (strncmp(key, near[i], strlen(near[i])) == 0)
			return true;
	return false;
}

static void pool_words(const struct model *model, struct pool *pool, size_t language, bool near)
{
	for (size_t i = 0; i < model->word_count; i++)
		if (is_near(model->words[i].key) == near)
			pool_text(pool, model->words[i].texts[language]);
}

static void pool_facts(struct pool *pool, const struct entry *entry)
{
	for (size_t field = 0; field < TABLE_FACTS; field++)
		if (entry->facts[field].size > 0)
			pool_value(pool, &entry->facts[field]);
}

static void pool_texts(struct pool *pool, const struct entry *entry, size_t language)
{
	for (size_t text = 0; text < TABLE_TEXTS; text++)
		pool_value(pool, &entry->texts[language].value[text]);
}

/* Facts that several entries have in common, tokens above all: no entry has them nearer than another. */
static void pool_shared(const struct model *model, struct pool *pool)
{
	struct pool all;
	pool_init(&all, model->arena);
	for (size_t i = 0; i < model->entry_count; i++)
		pool_facts(&all, &model->entries[i]);
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].uses > 1)
			pool_add(pool, all.items[i].bytes, all.items[i].size);
}

static void pool_own_facts(const struct model *model, struct pool *pool, const struct entry *entry)
{
	pool->size = (pool->size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct pooled *values = pool_push(pool, count_values(model, entry) * sizeof(uint32_t));
	values->entry = entry;
	pool->values[entry - model->entries] = values->offset;
	pool_facts(pool, entry);
}

/*
 * What every answer needs lies together, and so does what is an entry's own: one look-up touches few pages. Causes are
 * asked by the codes that become one of them. Each other language lies behind English.
 */
static void pool_all(const struct model *model, struct pool *pool)
{
	pool_text(pool, ""); /* offset 0 */
	for (size_t i = 0; i < model->language_count; i++)
		pool_text(pool, model->languages[i].tag);
	for (size_t i = 0; i < model->word_count; i++)
		pool_text(pool, model->words[i].key);
	pool_words(model, pool, 0, true);
	pool_shared(model, pool);
	for (size_t i = 0; i < model->entry_count; i++)
		if (model->entries[i].kind == SIPCODE_KIND_CAUSE)
			pool_own_facts(model, pool, &model->entries[i]);
	for (size_t i = 0; i < model->entry_count; i++) {
		if (model->entries[i].kind != SIPCODE_KIND_CAUSE)
			pool_own_facts(model, pool, &model->entries[i]);
		pool_texts(pool, &model->entries[i], 0);
	}
	pool_words(model, pool, 0, false);
	pool_text(pool, model->registry_date);
	for (size_t language = 1; language < model->language_count; language++) {
		pool_words(model, pool, language, true);
		pool_words(model, pool, language, false);
		for (size_t i = 0; i < model->entry_count; i++)
			pool_texts(pool, &model->entries[i], language);
	}
}

/* One object, so that its parts lie in this order: what every answer needs, then the pool. */
static void emit_type(const struct model *model, const struct pool *pool, FILE *to)
{
	size_t languages = model->language_count, words = model->word_count;
	fputs("static const struct {\n", to);
	fprintf(to, "\tuint16_t kinds[%d];\n", TABLE_KINDS + 1);
	fprintf(to, "\tuint32_t languages[%zu];\n", languages);
	fprintf(to, "\tuint32_t keys[%zu];\n", words);
	fprintf(to, "\tuint32_t words[%zu];\n", languages * words);
	fputs("\tstruct table_group tokens[TABLE_FACTS], explanations[TABLE_FACTS];\n", to);
	fprintf(to, "\tstruct sipcode entries[%zu];\n", model->entry_count);
	fputs("\tstruct {\n", to);
	for (const struct pooled *item = pool->items; item < pool->items + pool->count; item++)
		if (item->entry)
			fprintf(to, "\t\tuint32_t v%zu[%zu];\n", item->offset, item->size / sizeof(uint32_t));
		else
			fprintf(to, "\t\tchar s%zu[%zu];\n", item->offset, item->size);
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

/* Which fields have a value, and where the first of them is kept. */
static void emit_entry(const struct model *model, const struct entry *entry, size_t values, FILE *to)
{
	unsigned long long has = 0;
	for (unsigned field = 0; field < TABLE_FACTS; field++)
		has |= (unsigned long long)(entry->facts[field].size > 0) << field;
	for (unsigned text = 0; text < TABLE_TEXTS; text++)
		has |= (unsigned long long)has_text(model, entry, text) << (TABLE_FACTS + text);
	fprintf(to, "\t{ 0x%llx, %zu, %d, %u, %u },\n", has, values, (int)entry->kind, entry->number,
	        entry->other);
}

static void emit_entries(const struct model *model, const struct pool *pool, FILE *to)
{
	fputs("{\n", to);
	for (size_t i = 0; i < model->entry_count; i++)
		emit_entry(model, &model->entries[i], pool->values[i], to);
	fputs("},\n", to);
}

static void emit_values(const struct model *model, struct pool *pool, const struct entry *entry, FILE *to)
{
	fputs("\t{", to);
	for (size_t field = 0; field < TABLE_FACTS; field++)
		if (entry->facts[field].size > 0)
			fprintf(to, " %zu,", pool_value(pool, &entry->facts[field]));
	for (size_t language = 0; language < model->language_count; language++)
		for (size_t text = 0; text < TABLE_TEXTS; text++) {
			bool own = entry->texts[language].value[text].size > 0;
			if (has_text(model, entry, text))
				fprintf(to, " %zu,",
				        pool_value(pool, &entry->texts[own ? language : 0].value[text]));
		}
	fputs(" },\n", to);
}

static void emit_pool(const struct model *model, struct pool *pool, FILE *to)
{
	fputs("{\n", to);
	for (size_t i = 0; i < pool->count; i++) {
		const struct pooled *item = &pool->items[i];
		if (item->entry) {
			emit_values(model, pool, item->entry, to);
			continue;
		}
		fputc('\t', to);
		/* the literal brings the last NUL itself */
		emit_literal(to, item->bytes, item->size - 1);
		fputs(",\n", to);
	}
	fputs("},\n};\n\n", to);
	const struct pooled *last = &pool->items[pool->count - 1];
	fprintf(to, "_Static_assert(sizeof table.pool - %zu < %d, \"all lies side by side\");\n\n",
	        last->offset + last->size, ALIGNMENT);
}

/* What src/lib/table.h declares. */
static void emit_parts(const struct model *model, struct pool *pool, FILE *to)
{
	fprintf(to,
	        "_Static_assert(TABLE_FACTS == %d && TABLE_TEXTS == %d && TABLE_KINDS == %d, \"by another "
	        "sipcode-gen\");\n\n",
	        TABLE_FACTS, TABLE_TEXTS, TABLE_KINDS);
	fputs("const uint16_t *const table_kinds = table.kinds;\n"
	      "const uint32_t *const table_languages = table.languages;\n"
	      "const uint32_t *const table_keys = table.keys;\n"
	      "const uint32_t *const table_words = table.words;\n"
	      "const struct table_group *const table_tokens = table.tokens;\n"
	      "const struct table_group *const table_explanations = table.explanations;\n"
	      "const struct sipcode *const table_entries = table.entries;\n"
	      "const char *const table_pool = (const char *)&table.pool;\n\n",
	      to);
	fprintf(to, "const uint16_t table_language_count = %zu;\n", model->language_count);
	fprintf(to, "const uint16_t table_key_count = %zu;\n", model->word_count);
	fprintf(to, "const uint32_t table_registry_date = %zu;\n", pool_text(pool, model->registry_date));
}

void emit_table(const struct model *model, FILE *to)
{
	struct pool pool;
	pool_init(&pool, model->arena);
	pool.values = arena_alloc(model->arena, model->entry_count * sizeof *pool.values);
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
	emit_pool(model, &pool, to);
	emit_parts(model, &pool, to);
}

void emit_words(const struct model *model, FILE *to)
{
	fputs("// Written by sipcode-gen from data/en.txt; change that file instead.\n\n", to);
	fputs("#ifndef WORDS_H\n#define WORDS_H\n\n", to);
	fputs("/** The words by their numbers: see sipcode_word_at(). */\nenum word {\n\tWORD_NONE,\n", to);
	for (size_t i = 0; i < model->word_count; i++) {
		fputs("\tWORD_", to);
		for (const char *c = model->words[i].key; *c; c++)
			fputc(strchr(".-+", *c) ? '_' : *c, to);
		fputs(",\n", to);
	}
	fputs("};\n\n#endif\n", to);
}
