#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/task/deadline.hpp"
#include "analyzers/task/item_judge.hpp"
#include "analyzers/task/label_line.hpp"
#include "analyzers/task/part_kind.hpp"
#include "analyzers/task/task_table.hpp"

namespace tracuu::analyzers {

/// True for a number, letter or article, not for a bullet.
[[nodiscard]] inline bool is_numbered(Marker marker) noexcept {
    return marker != Marker::none && marker != Marker::bullet;
}

/// Walks through the blocks of a document and collects its tasks.
class TaskCollector {
  public:
    TaskCollector(const Reading& reading, const Header& header);

    /// All tasks of the document, without their citations.
    [[nodiscard]] std::vector<Task> run();

  private:
    // A numbered part (or the whole document) and what its items take from it.
    struct Part {
        PartKind kind = PartKind::strict;
        bool closing = false;  // under "Tổ chức thực hiện"
        bool bound = false;  // "Sở Nội vụ có trách nhiệm:", "Trách nhiệm của Sở Nội vụ"
        bool schedule = false;         // "b) Thời gian thực hiện:", its bullets are schedules
        bool completion = false;       // ... of ends
        bool labelled = false;         // a label line was the last thing read
        bool listed = false;           // its items are what an order with a colon counts
        std::vector<TaskBody> bodies;  // who acts, from the heading or the introduction
        std::optional<Deadline> deadline;  // period of the introduction
        std::size_t group = 0;             // first task that the next label line speaks of
        std::int32_t heading = -1;         // block that is itself the task when nothing else is
    };
    // A part whose items are being read; the document itself is that of block -1.
    struct OpenPart {
        std::int32_t block = -1;
        Part part;
    };
    // A bullet that announces bullets of another sign.
    struct BulletIntro {
        std::string sign;
        std::vector<TaskBody> bodies;
        std::optional<Deadline> deadline;
        std::optional<Role> role;  // of the bodies that the bullets name: "Cơ quan thực hiện:"
        bool open = false;
        bool listed = false;    // it orders, its bullets count what
        bool schedule = false;  // "- Thời gian thực hiện:", its bullets are schedules
    };

    void read_preamble(std::size_t index);
    void enter_annex(std::size_t index);
    [[nodiscard]] bool in_table(std::size_t index);
    [[nodiscard]] bool starts_with_leading(std::size_t index, std::vector<TaskBody>& bodies) const;
    void close_parts(std::size_t index);
    void inherit_part(std::size_t index);
    void read_block(std::size_t index);
    void open_part(std::size_t index);
    void open_from_heading(std::size_t index, Part& part, const Part& around);
    void address(Part& part) const;
    void find_last_articles(Zone zone, std::size_t from);
    [[nodiscard]] std::size_t end_of_text(Zone zone, std::size_t from) const;
    void attach(const DocumentKind& kind, std::size_t index);
    void find_orders();
    [[nodiscard]] bool closes_articles(std::size_t index) const;
    void open_from_introduction(std::size_t index, Part& part);
    void read_item(std::size_t index);
    [[nodiscard]] bool tells_past_day(std::size_t index) const;
    void read_bullet_introduction(std::size_t index);
    bool read_label(std::size_t index);
    void apply_label(std::size_t index, const LabelLine& line, Part& part);
    bool read_body_bullet(std::size_t index);
    bool read_schedule_bullet(std::size_t index);
    bool give_bodies(TokenRange range, Part& part, Role role);
    void apply_bodies(std::size_t index, const LabelLine& line, Part& part, Role role);
    [[nodiscard]] bool acts_at(std::uint32_t at) const;
    void apply_schedule(std::size_t index, const LabelLine& line, Part& part);
    bool read_schedule_item(std::size_t index, const Part& part);
    bool read_statement(std::size_t index);
    bool read_schedule(std::size_t index);
    bool read_table_row(std::size_t index);
    void add_cell_bodies(Task& task, TokenRange cell, Role role) const;
    void add_task(std::size_t index, const RoleReading& roles, bool inherits);
    [[nodiscard]] bool glued_order(const RoleReading& roles) const;
    void add_heading_task(Part& part);
    void set_deadline(Task& task, const Deadline& deadline) const;

    [[nodiscard]] Part& whole() { return open_.front().part; }
    [[nodiscard]] Part& around(std::size_t index);
    [[nodiscard]] bool opens_part(std::size_t index) const;
    [[nodiscard]] bool lacks_parts(std::size_t index) const;
    [[nodiscard]] bool has_parts(std::size_t index) const;
    [[nodiscard]] bool in_scope(const Block& block) const noexcept;
    [[nodiscard]] std::string sign_of(const Block& block) const;
    [[nodiscard]] TokenRange tokens_of(std::size_t index) const;
    [[nodiscard]] TokenRange last_sentence(TokenRange range) const;
    [[nodiscard]] ItemPlace place_of(std::size_t index);
    [[nodiscard]] bool counts_work(std::size_t index, const RoleReading& roles) const;

    const Reading& reading_;
    const std::vector<Block>& blocks_;
    std::string title_;
    DocumentKind kind_;
    DeadlineContext time_;
    std::vector<OpenPart> open_;    // the document, then the parts around the block at hand
    std::size_t closing_from_ = 0;  // the third-last article
    std::size_t last_part_ = 0;     // the last chapter
    std::size_t orders_from_ = 0;   // block that announces the orders of a telegram
    bool silent_ = false;           // the document gives no orders
    bool normative_ = false;        // the document itself, whatever is attached
    bool attached_ = false;         // in a plan attached to the document
    bool table_ = false;            // among the cells of a flattened table
    TaskTable rows_;
    BulletIntro bullet_;
    std::vector<Task> tasks_;
};

}  // namespace tracuu::analyzers
