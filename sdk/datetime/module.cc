// The datetime module.
#include "sdk/datetime/types.h"
#include "sdk/install.h"

namespace belljar {

void install_datetime(RealmBuilder& b) {
  Module* m = b.module("datetime");
  datetime::install_records(b);
  datetime::install_timedelta(b, m);
  datetime::install_date(b, m);
  datetime::install_timezone(b, m);
  datetime::install_time(b, m);
  datetime::install_datetime_class(b, m);
  b.member(m, "MINYEAR", Value::integer(datetime::kMinYear));
  b.member(m, "MAXYEAR", Value::integer(datetime::kMaxYear));
}

}  // namespace belljar
