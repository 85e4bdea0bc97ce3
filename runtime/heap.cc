// Pages, bins, large blocks, mark and sweep. The contract is the essay in heap.h.
#include "runtime/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace belljar {

// --- chunk pool
// -----------------------------------------------------------------------------------

ChunkPool::~ChunkPool() {
  for (void* chunk : free_) std::free(chunk);
}

void* ChunkPool::take() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!free_.empty()) {
      void* chunk = free_.back();
      free_.pop_back();
      return chunk;
    }
  }
  void* chunk = std::aligned_alloc(kPageBytes, kChunkBytes);
  if (!chunk) std::abort();  // 64 KiB are not to be had: the host process is beyond help
  return chunk;
}

void ChunkPool::give(void* chunk) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (free_.size() < keep_) {
      free_.push_back(chunk);
      return;
    }
  }
  std::free(chunk);
}

// --- life
// -----------------------------------------------------------------------------------------

namespace {
constexpr size_t kFirstCollection =
    512u << 10;  // what a core's second-level cache holds: garbage is reused while it is warm
constexpr size_t kPageHeader = 32;
constexpr size_t kFrozenBlockLeast = 1024;
}  // namespace

Heap::Heap(ChunkPool& pool, size_t limit, bool frozen)
    : pool_(pool),
      limit_(limit),
      collect_at_(kFirstCollection < limit / 2 ? kFirstCollection : limit / 2),
      born_flags_(frozen ? kFrozen : 0) {
  static_assert(sizeof(Page) <= kPageHeader);
  reset_alarm();
}

Heap::~Heap() {
  for (NativeObject* o : releasables_) o->cls->native->release(o, *this);
  while (large_) {
    Large* next = large_->next;
    std::free(large_);
    large_ = next;
  }
  for (void* chunk : chunks_) born_flags_& kFrozen ? std::free(chunk) : pool_.give(chunk);
}

SealedHeap::~SealedHeap() {
  for (void* block : blocks_) std::free(block);
}

SealedHeap Heap::seal() {
  SealedHeap sealed;
  sealed.blocks_.swap(chunks_);
  for (Large* block = large_; block; block = block->next) sealed.blocks_.push_back(block);
  sealed.blocks_.shrink_to_fit();
  large_ = nullptr;
  block_at_ = block_end_ = nullptr;
  bytes_ = 0;
  return sealed;
}

void Heap::reset_alarm() {
  alarm_at_ = bytes_ > limit_ ? SIZE_MAX : (collect_at_ < limit_ ? collect_at_ : limit_);
}

// Over the soft threshold or the limit: make the next charge take the slow path. The alarm stays
// quiet until the slow path has looked (reset by a collection), but for the step to the limit.
void Heap::trip() {
  alarm_at_ = bytes_ > limit_ ? SIZE_MAX : limit_;
  if (alarm_slice_ && *alarm_slice_ >= 0) {
    *alarm_stash_ += *alarm_slice_ + 1;
    *alarm_slice_ = -1;
  }
}

// --- allocation
// -----------------------------------------------------------------------------------

Heap::Page* Heap::new_page() {
  if (!spare_pages_) {
    char* chunk = static_cast<char*>(pool_.take());
    chunks_.push_back(chunk);
    for (size_t at = kChunkBytes; at > 0; at -= kPageBytes) {
      Page* page = reinterpret_cast<Page*>(chunk + at - kPageBytes);
      page->next = spare_pages_;
      spare_pages_ = page;
    }
  }
  Page* page = spare_pages_;
  spare_pages_ = page->next;
  return page;
}

void* Heap::frozen_cell(size_t bytes) {
  if (static_cast<size_t>(block_end_ - block_at_) < bytes) {
    const size_t size = std::clamp(bytes_ / 2, kFrozenBlockLeast, kChunkBytes);
    block_at_ = static_cast<char*>(std::malloc(size));
    if (!block_at_) std::abort();  // as in ChunkPool::take()
    block_end_ = block_at_ + size;
    chunks_.push_back(block_at_);
  }
  void* p = block_at_;
  block_at_ += bytes;
  *static_cast<uint64_t*>(p) = 0;
  return p;
}

void* Heap::refill(Bin& bin, size_t bin_index, bool objects) {
  size_t size = bin_index * kCellStep;
  if (born_flags_ & kFrozen) return frozen_cell(size);
  Page* page = new_page();
  page->next = bin.pages;
  page->cell_size = static_cast<uint32_t>(size);
  page->objects = objects;
  bin.pages = page;
  char* base = reinterpret_cast<char*>(page);
  size_t cells = (kPageBytes - kPageHeader) / size;
  bin.bump = base + kPageHeader;
  bin.end = bin.bump + cells * size;
  page->bump = static_cast<uint32_t>(kPageHeader + cells * size);
  void* p = bin.bump;
  bin.bump += size;
  *static_cast<uint64_t*>(p) = 0;
  return p;
}

void* Heap::allocate_large(size_t bytes, bool object) {
  if (bytes > SIZE_MAX / 2) return nullptr;
  size_t total = bytes + sizeof(Large);
  if (bytes > kInfallibleBytes && !fits(total)) return nullptr;
  Large* block = static_cast<Large*>(std::malloc(total));
  if (!block) return nullptr;
  block->prev = nullptr;
  block->next = large_;
  block->bytes = total;
  block->object = object;
  if (large_) large_->prev = block;
  large_ = block;
  bytes_ += total;
  if (bytes_ > alarm_at_) trip();
  void* p = block + 1;
  *static_cast<uint64_t*>(p) = 0;
  if (object) static_cast<Object*>(p)->flags = kLarge;
  return p;
}

void Heap::free_large(void* p) {
  Large* block = static_cast<Large*>(p) - 1;
  if (block->prev) {
    block->prev->next = block->next;
  } else {
    large_ = block->next;
  }
  if (block->next) block->next->prev = block->prev;
  if (bytes_ > peak_) peak_ = bytes_;
  bytes_ -= block->bytes;
  std::free(block);
}

void* Heap::buffer(size_t bytes) {
  if (bytes > kCellMax) return allocate_large(bytes, false);
  size_t bin_index = (bytes + kCellStep - 1) / kCellStep;
  if (bin_index == 0) bin_index = 1;
  return from_bin(buffer_bins_[bin_index], bin_index, false);
}

void Heap::release(void* p, size_t bytes) {
  if (!p) return;
  if (bytes > kCellMax) return free_large(p);
  size_t bin_index = (bytes + kCellStep - 1) / kCellStep;
  if (bin_index == 0) bin_index = 1;
  Bin& bin = buffer_bins_[bin_index];
  std::memcpy(static_cast<char*>(p) + 8, &bin.free, sizeof(void*));
  bin.free = p;
  if (bytes_ > peak_) peak_ = bytes_;
  bytes_ -= bin_index * kCellStep;
}

// The allocator often can extend a block where it is, or move its pages; the limit asks for room
// for both all the same, as it may have to copy.
void* Heap::resize_large(void* p, size_t bytes) {
  if (bytes > SIZE_MAX / 2) return nullptr;
  const size_t total = bytes + sizeof(Large);
  if (bytes > kInfallibleBytes && !fits(total)) return nullptr;
  Large* block = static_cast<Large*>(std::realloc(static_cast<Large*>(p) - 1, total));
  if (!block) return nullptr;
  (block->prev ? block->prev->next : large_) = block;
  if (block->next) block->next->prev = block;
  if (bytes_ > peak_) peak_ = bytes_;
  bytes_ += total - block->bytes;
  block->bytes = total;
  if (bytes_ > alarm_at_) trip();
  return block + 1;
}

void* Heap::resize(void* p, size_t old_bytes, size_t bytes, size_t keep) {
  if (p && old_bytes > kCellMax && bytes > kCellMax) return resize_large(p, bytes);
  void* fresh = buffer(bytes);
  if (!fresh) return nullptr;
  if (p) {
    std::memcpy(fresh, p, keep);
    release(p, old_bytes);
  }
  return fresh;
}

bool Heap::charge_foreign(size_t bytes) {
  if (!fits(bytes)) return false;
  bytes_ += bytes;
  if (bytes_ > alarm_at_) trip();
  return true;
}

// --- collection
// -----------------------------------------------------------------------------------

namespace {

// Which fields of each kind hold values: the other half of object.h.
void trace(Object* o, Tracer& t) {
  switch (o->kind) {
    case Kind::Str: {
      Str* s = static_cast<Str*>(o);
      if (s->flags & kStrShared) t.visit(s->buffer);
      break;
    }
    case Kind::Tuple: {
      Tuple* x = static_cast<Tuple*>(o);
      t.visit_range(x->items, x->count);
      break;
    }
    case Kind::List: {
      List* x = static_cast<List*>(o);
      t.visit_range(x->items, x->size);
      break;
    }
    case Kind::Dict: {
      Dict* x = static_cast<Dict*>(o);
      for (uint32_t i = 0; i < x->used; ++i) {
        if (x->entries[i].key.is_undefined()) continue;
        t.visit(x->entries[i].key);
        t.visit(x->entries[i].value);
      }
      break;
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      Set* x = static_cast<Set*>(o);
      for (uint32_t i = 0; i < x->used; ++i) t.visit(x->entries[i].key);
      break;
    }
    case Kind::Range: {
      RangeObject* x = static_cast<RangeObject*>(o);
      t.visit(x->start), t.visit(x->stop), t.visit(x->step), t.visit(x->length);
      break;
    }
    case Kind::Slice: {
      Slice* x = static_cast<Slice*>(o);
      t.visit(x->start), t.visit(x->stop), t.visit(x->step);
      break;
    }
    case Kind::Function: {
      Function* x = static_cast<Function*>(o);
      t.visit(x->name), t.visit(x->qualname), t.visit(x->defaults), t.visit(x->kwdefaults);
      t.visit(x->attributes), t.visit(x->doc);
      t.visit_range(x->closure, x->closure_count);
      break;
    }
    case Kind::Native: {
      Native* x = static_cast<Native*>(o);
      t.visit(x->name), t.visit(x->owner);
      break;
    }
    case Kind::BoundMethod: {
      BoundMethod* x = static_cast<BoundMethod*>(o);
      t.visit(x->function), t.visit(x->self);
      break;
    }
    case Kind::Class: {
      Class* x = static_cast<Class*>(o);
      t.visit(x->name), t.visit(x->qualname), t.visit(x->module), t.visit(x->bases);
      t.visit(x->mro), t.visit(x->attributes);
      for (uint32_t i = 0; i < x->layout.count; ++i) t.visit(x->layout.names[i]);
      break;
    }
    case Kind::Instance: {
      Instance* x = static_cast<Instance*>(o);
      t.visit(x->cls), t.visit(x->extra);
      t.visit_range(x->slots, x->capacity);
      break;
    }
    case Kind::Exception: {
      Exception* x = static_cast<Exception*>(o);
      t.visit(x->cls), t.visit(x->args), t.visit(x->cause), t.visit(x->context);
      t.visit(x->attributes), t.visit(x->fields);
      break;
    }
    case Kind::Generator: {
      Generator* x = static_cast<Generator*>(o);
      t.visit(x->function), t.visit(x->handled), t.visit(x->yield_from);
      t.visit_range(x->registers, x->register_count);
      break;
    }
    case Kind::Iterator: {
      Iterator* x = static_cast<Iterator*>(o);
      t.visit(x->source), t.visit(x->function), t.visit(x->extra);
      break;
    }
    case Kind::DictView:
      t.visit(static_cast<DictView*>(o)->dict);
      break;
    case Kind::Module: {
      Module* x = static_cast<Module*>(o);
      t.visit(x->name), t.visit(x->attributes);
      break;
    }
    case Kind::Cell:
      t.visit(static_cast<Cell*>(o)->value);
      break;
    case Kind::Property: {
      Property* x = static_cast<Property*>(o);
      t.visit(x->get), t.visit(x->set), t.visit(x->del), t.visit(x->doc), t.visit(x->name);
      break;
    }
    case Kind::StaticMethod:
    case Kind::ClassMethod:
      t.visit(static_cast<Wrapper*>(o)->function);
      break;
    case Kind::Super: {
      Super* x = static_cast<Super*>(o);
      t.visit(x->start), t.visit(x->self), t.visit(x->self_class);
      break;
    }
    case Kind::NativeObject: {
      NativeObject* x = static_cast<NativeObject*>(o);
      t.visit(x->cls);
      if (x->cls->native->trace) x->cls->native->trace(x, t);
      break;
    }
    default:
      break;  // no values inside
  }
}

size_t index_bytes(uint32_t index_mask) {
  size_t slots = static_cast<size_t>(index_mask) + 1;
  return slots <= 256 ? slots : slots <= 65536 ? slots * 2 : slots * 4;
}

}  // namespace

void Tracer::drain() {
  while (!work_.empty()) {
    Object* o = work_.back();
    work_.pop_back();
    trace(o, *this);
  }
}

// Frees the buffers that a dying object owns. Never touches other objects: they may be dead too.
void Heap::release_parts(Object* o) {
  switch (o->kind) {
    case Kind::List: {
      List* x = static_cast<List*>(o);
      release(x->items, x->capacity * sizeof(Value));
      break;
    }
    case Kind::ByteArray: {
      ByteArray* x = static_cast<ByteArray*>(o);
      release(x->bytes, x->capacity);
      break;
    }
    case Kind::Dict: {
      Dict* x = static_cast<Dict*>(o);
      if (x->entries != x->inline_entries) release(x->entries, x->capacity * sizeof(DictEntry));
      if (x->index) release(x->index, index_bytes(x->index_mask));
      break;
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      Set* x = static_cast<Set*>(o);
      release(x->entries, x->capacity * sizeof(SetEntry));
      if (x->index) release(x->index, index_bytes(x->index_mask));
      break;
    }
    case Kind::Instance: {
      Instance* x = static_cast<Instance*>(o);
      if (x->slots != x->inline_slots) release(x->slots, x->capacity * sizeof(Value));
      break;
    }
    case Kind::Class: {
      Class* x = static_cast<Class*>(o);
      release(x->layout.names, x->layout.capacity * sizeof(Str*));
      break;
    }
    case Kind::Exception: {
      Exception* x = static_cast<Exception*>(o);
      release(x->traceback, x->traceback_bytes);
      break;
    }
    default:
      break;
  }
}

void Heap::sweep() {
  if (bytes_ > peak_) peak_ = bytes_;
  ++collections_;
  // Native objects with foreign parts first: their classes are still intact.
  size_t kept = 0;
  for (NativeObject* o : releasables_) {
    if (o->flags & kMarked) {
      releasables_[kept++] = o;
    } else {
      o->cls->native->release(o, *this);
    }
  }
  releasables_.resize(kept);

  for (int i = 1; i < kBins; ++i) {
    Bin& bin = object_bins_[i];
    size_t size = i * kCellStep;
    bin.free = nullptr;
    for (Page* page = bin.pages; page; page = page->next) {
      char* base = reinterpret_cast<char*>(page);
      char* end = base + page->bump;
      if (page == bin.pages && bin.bump) end = bin.bump;  // only the newest page has a bump tail
      for (char* p = base + kPageHeader; p < end; p += size) {
        Object* o = reinterpret_cast<Object*>(p);
        if (o->flags & kMarked) {
          o->flags &= static_cast<uint8_t>(~kMarked);
          continue;
        }
        if (o->kind != Kind::Raised) {  // zero: already free
          release_parts(o);
          bytes_ -= size;
          if (stress_) std::memset(p, 0xdb, size);
          *reinterpret_cast<uint64_t*>(p) = 0;
        }
        std::memcpy(p + 8, &bin.free, sizeof(void*));
        bin.free = p;
      }
    }
  }
  // Freeing an object frees its buffers, which are blocks of the same list: gather first.
  std::vector<Object*> dead;
  for (Large* block = large_; block; block = block->next) {
    if (!block->object) continue;
    Object* o = reinterpret_cast<Object*>(block + 1);
    if (o->flags & kMarked) {
      o->flags &= static_cast<uint8_t>(~kMarked);
    } else {
      dead.push_back(o);
    }
  }
  for (Object* o : dead) {
    release_parts(o);
    free_large(o);
  }
  // Twice what lives, but always well below the limit: a native cannot collect, so it needs room
  // between the soft mark and the cap.
  size_t room = limit_ > bytes_ ? (limit_ - bytes_) / 2 : 0;
  size_t growth = bytes_ > kFirstCollection ? bytes_ : kFirstCollection;
  collect_at_ = bytes_ + (growth < room ? growth : room);
  reset_alarm();
}

}  // namespace belljar
