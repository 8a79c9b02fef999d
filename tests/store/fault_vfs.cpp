#include "store/fault_vfs.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <new>

namespace test {
namespace {

/// SQLite allocates szOsFile bytes: this, then the file of the layer below.
struct FaultFile {
  sqlite3_file base;
  FaultVfs* faults;
  char* name;  ///< owned by SQLite, lives as long as the file; null for temporary files
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultFile* mine(sqlite3_file* file) { return reinterpret_cast<FaultFile*>(file); }
sqlite3_file* under(sqlite3_file* file) { return mine(file)->below(); }
FaultVfs* faults_of(sqlite3_vfs* vfs) { return static_cast<FaultVfs*>(vfs->pAppData); }
sqlite3_vfs* below_of(sqlite3_vfs* vfs) { return vfs->pNext; }

int close(sqlite3_file* file) {
  return under(file)->pMethods != nullptr ? under(file)->pMethods->xClose(under(file)) : SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  FaultVfs& faults = *mine(file)->faults;
  if (faults.strikes(faults.on_read)) return faults.on_read;
  return under(file)->pMethods->xRead(under(file), to, size, at);
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  FaultVfs& faults = *mine(file)->faults;
  if (faults.strikes(faults.on_write)) return faults.on_write;
  if (mine(file)->name != nullptr) {
    faults.changed(mine(file)->name,
                   {at, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)), false});
  }
  return under(file)->pMethods->xWrite(under(file), from, size, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (mine(file)->name != nullptr) mine(file)->faults->changed(mine(file)->name, {size, {}, true});
  return under(file)->pMethods->xTruncate(under(file), size);
}

/// Does not reach the disk: the test's loss of power is ours, and real syncs are slow.
int sync(sqlite3_file* file, int) {
  FaultVfs& faults = *mine(file)->faults;
  if (faults.strikes(faults.on_sync)) return faults.on_sync;
  if (mine(file)->name != nullptr) faults.synced(mine(file)->name);
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) { return under(file)->pMethods->xFileSize(under(file), size); }
int lock(sqlite3_file* file, int level) { return under(file)->pMethods->xLock(under(file), level); }
int unlock(sqlite3_file* file, int level) { return under(file)->pMethods->xUnlock(under(file), level); }
int check_lock(sqlite3_file* file, int* held) { return under(file)->pMethods->xCheckReservedLock(under(file), held); }
int control(sqlite3_file* file, int op, void* arg) { return under(file)->pMethods->xFileControl(under(file), op, arg); }
int sector(sqlite3_file* file) { return under(file)->pMethods->xSectorSize(under(file)); }
int traits(sqlite3_file* file) { return under(file)->pMethods->xDeviceCharacteristics(under(file)); }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return under(file)->pMethods->xShmMap(under(file), page, size, extend, memory);
}
int shm_lock(sqlite3_file* file, int at, int count, int flags) {
  return under(file)->pMethods->xShmLock(under(file), at, count, flags);
}
void shm_barrier(sqlite3_file* file) { under(file)->pMethods->xShmBarrier(under(file)); }
int shm_unmap(sqlite3_file* file, int remove) { return under(file)->pMethods->xShmUnmap(under(file), remove); }

constexpr sqlite3_io_methods methods = {2,        close,       read,       write,   truncate, sync,   file_size,
                                        lock,     unlock,      check_lock, control, sector,   traits, shm_map,
                                        shm_lock, shm_barrier, shm_unmap,  nullptr, nullptr};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
  FaultVfs* faults = faults_of(vfs);
  auto* made = new (file) FaultFile{{nullptr}, faults, const_cast<char*>(name)};
  std::memset(made->below(), 0, static_cast<std::size_t>(below_of(vfs)->szOsFile));
  const std::string& below = faults->read_only_below;
  if (!below.empty() && name != nullptr && std::string_view(name).starts_with(below) &&
      (flags & SQLITE_OPEN_READWRITE) != 0) {
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  }
  if (name != nullptr) faults->opened(name);
  const int code = below_of(vfs)->xOpen(below_of(vfs), name, made->below(), flags, given);
  if (made->below()->pMethods != nullptr) made->base.pMethods = &methods;
  return code;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  faults_of(vfs)->deleted(name);
  return below_of(vfs)->xDelete(below_of(vfs), name, sync_folder);
}

int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  return below_of(vfs)->xAccess(below_of(vfs), name, flags, result);
}

int full_name(sqlite3_vfs* vfs, const char* name, int size, char* full) {
  return below_of(vfs)->xFullPathname(below_of(vfs), name, size, full);
}

int last_error(sqlite3_vfs* vfs, int size, char* text) {
  return below_of(vfs)->xGetLastError(below_of(vfs), size, text);
}

void apply(std::string& bytes, const FaultVfs::Change& change, std::size_t size) {
  const auto at = static_cast<std::size_t>(change.at);
  if (change.cuts) {
    bytes.resize(std::min(bytes.size(), at));
    return;
  }
  if (bytes.size() < at + size) bytes.resize(at + size);
  bytes.replace(at, size, change.bytes, 0, size);
}

}  // namespace

FaultVfs::FaultVfs() : below_(sqlite3_vfs_find(nullptr)), vfs_(*below_) {
  vfs_.szOsFile = static_cast<int>(sizeof(FaultFile)) + below_->szOsFile;
  vfs_.pNext = below_;
  vfs_.zName = "faults";
  vfs_.pAppData = this;
  vfs_.xOpen = open;
  vfs_.xDelete = remove;
  vfs_.xAccess = access;
  vfs_.xFullPathname = full_name;
  vfs_.xGetLastError = last_error;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&vfs_);
  sqlite3_vfs_register(below_, 1);
}

bool FaultVfs::strikes(const std::atomic<int>& code) { return code != SQLITE_OK && --after < 0; }

void FaultVfs::opened(const std::string& name) {
  const std::lock_guard guard(mutex_);
  std::ifstream in(name, std::ios::binary);
  images_.try_emplace(name, Image{std::string(std::istreambuf_iterator<char>(in), {}), {}});
}

void FaultVfs::changed(const std::string& name, Change change) {
  const std::lock_guard guard(mutex_);
  images_[name].since.push_back(std::move(change));
}

void FaultVfs::synced(const std::string& name) {
  const std::lock_guard guard(mutex_);
  Image& image = images_[name];
  for (const Change& change : image.since) apply(image.synced, change, change.bytes.size());
  image.since.clear();
}

void FaultVfs::deleted(const std::string& name) {
  const std::lock_guard guard(mutex_);
  images_.erase(name);
}

void FaultVfs::lose_power(const std::filesystem::path& folder, base::Random& random) {
  const std::lock_guard guard(mutex_);
  for (const auto& [name, image] : images_) {
    std::string bytes = image.synced;
    for (const Change& change : image.since) {
      const std::size_t fate = random.below(3);
      if (fate == 0) apply(bytes, change, change.bytes.size());
      if (fate == 1) apply(bytes, change, random.below(change.bytes.size() + 1));
    }
    std::ofstream(folder / std::filesystem::path(name).filename(), std::ios::binary) << bytes;
  }
}

}  // namespace test
